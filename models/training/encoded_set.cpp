// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/training/encoded_set.h"

#include <algorithm>

namespace likeness::training {

std::vector<std::string> labelledSets(const std::vector<Sample>& samples) {
    std::vector<std::string> sets;
    for (const Sample& sample : samples)
        if (!sample.label.empty() && std::ranges::find(sets, sample.set) == sets.end())
            sets.push_back(sample.set);
    return sets;
}

EncodedSet encodeSet(const std::string& name, const std::vector<Sample>& samples, const Recipe& recipe) {
    EncodedSet set;
    set.name = name;
    for (const Sample& sample : samples) {
        if (sample.set != name || sample.crop != 0 || sample.granularity != Granularity::Global)
            continue;
        const QuantisedDescriptor stored = quantise(sample.descriptor);
        set.labels.push_back(sample.label);
        set.photos.push_back(recipe.encodePhoto(stored));
        set.queries.push_back(recipe.encodeQuery(stored));
    }
    return set;
}

} // namespace likeness::training
