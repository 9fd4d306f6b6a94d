// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/method_presenter.h"

#include <algorithm>

namespace likeness::ui {
namespace {

constexpr int usualLength = 256;
constexpr const char* usualMethod = "itq";

} // namespace

MethodPresenter::MethodPresenter(CodebookCatalog& codebooks, SimilarPresenter& similar, QObject* parent)
    : QObject(parent), codebooks_(codebooks), similar_(similar) {
    connect(&codebooks_, &CodebookCatalog::changed, this, &MethodPresenter::changed);
    connect(&similar_, &SimilarPresenter::stateChanged, this, &MethodPresenter::changed);
}

Granularity MethodPresenter::granularity() const {
    switch (similar_.state().tool) {
    case SearchMode::Region:
        return Granularity::Region;
    case SearchMode::Part:
        return Granularity::Part;
    case SearchMode::Whole:
    case SearchMode::Fused:
        break;
    }
    return Granularity::Global;
}

std::optional<CodebookCatalog::Training> MethodPresenter::training() const {
    auto training = codebooks_.training();
    return training && training->codebook.granularity == granularity() ? training : std::nullopt;
}

CodebookName MethodPresenter::codebook() const {
    if (const auto trained = training())
        return trained->codebook;
    if (auto coming = codebooks_.coming(granularity()))
        return *coming;
    return codebooks_.current(granularity()).value_or(CodebookName{{}, 0, granularity()});
}

MethodPresenter::Offer MethodPresenter::offerOf(const CodebookName& codebook) const {
    const auto available = codebooks_.availableCodebooks();
    if (std::find(available.begin(), available.end(), codebook) != available.end())
        return Offer::Ready;
    return codebooks_.canTrain() ? Offer::Trainable : Offer::Missing;
}

MethodPresenter::Reranking MethodPresenter::reranking() const {
    if (similar_.manner().ranking == Ranking::Codes)
        return Reranking::Off;
    return static_cast<Reranking>(similar_.manner().rerank);
}

std::optional<CodebookName> MethodPresenter::packCodebook() const {
    for (const CodebookName& known : codebooks_.availableCodebooks())
        if (known.origin == CodebookName::Origin::Pack && known.granularity == granularity())
            return known;
    return std::nullopt;
}

void MethodPresenter::choosePackCodebook() {
    if (const auto own = packCodebook())
        codebooks_.useCodebook(*own);
}

void MethodPresenter::chooseMethod(const std::string& method) {
    codebooks_.useCodebook({method, codebook().bits > 0 ? codebook().bits : usualLength, granularity()});
}

void MethodPresenter::chooseLength(int bits) {
    const std::string& method = codebook().method;
    codebooks_.useCodebook({method.empty() ? usualMethod : method, bits, granularity()});
}

void MethodPresenter::chooseReranking(Reranking reranking) {
    SearchManner manner = similar_.manner();
    manner.ranking = reranking == Reranking::Off ? Ranking::Codes : Ranking::Full;
    if (reranking != Reranking::Off)
        manner.rerank = static_cast<Rerank>(reranking);
    similar_.setManner(manner);
}

void MethodPresenter::toggleMirrored() {
    SearchManner manner = similar_.manner();
    manner.mirrored = !manner.mirrored;
    similar_.setManner(manner);
}

void MethodPresenter::toggleRotated() {
    SearchManner manner = similar_.manner();
    manner.rotated = !manner.rotated;
    similar_.setManner(manner);
}

QString MethodPresenter::methodText(const std::string& method) {
    return method == "deep" ? tr("Deep") : QString::fromStdString(method).toUpper();
}

} // namespace likeness::ui
