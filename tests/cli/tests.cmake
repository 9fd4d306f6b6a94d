# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name cli_usage cli_samples cli_boxes cli_case cli_duplicates cli_experiment cli_index cli_library cli_packs cli_train cli_tags)
    likeness_add_test(cli/${name} LABEL cli TIMEOUT 900)
    target_compile_definitions(test_${name} PRIVATE LIKENESS_CLI="$<TARGET_FILE:likeness-cli>")
    add_dependencies(test_${name} likeness-cli)
endforeach()
