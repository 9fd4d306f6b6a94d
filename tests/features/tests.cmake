# SPDX-License-Identifier: GPL-3.0-or-later
likeness_add_test(features/backbone)
likeness_add_test(features/model_pack LIBRARIES nlohmann_json::nlohmann_json)
likeness_add_test(features/pack_networks LIBRARIES nlohmann_json::nlohmann_json)
likeness_add_test(features/pooling)
likeness_add_test(features/preprocessing)
likeness_add_test(features/quantised_descriptor)
