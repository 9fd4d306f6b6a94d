// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/method_presenter.h"

#include <algorithm>

namespace likeness::ui {

MethodPresenter::MethodPresenter(CodebookCatalog& codebooks, SimilarPresenter& similar, QObject* parent)
    : QObject(parent), codebooks_(codebooks), similar_(similar) {
    connect(&codebooks_, &CodebookCatalog::changed, this, &MethodPresenter::changed);
    connect(&similar_, &SimilarPresenter::stateChanged, this, &MethodPresenter::changed);
}

CodebookName MethodPresenter::codebook() const {
    if (const auto training = codebooks_.training())
        return training->codebook;
    return codebooks_.current().value_or(CodebookName());
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
    switch (similar_.manner().rerank) {
    case Rerank::Cosine:
        return Reranking::Cosine;
    case Rerank::Asymmetric:
        return Reranking::Asymmetric;
    case Rerank::Sum:
        break;
    }
    return Reranking::Sum;
}

void MethodPresenter::chooseMethod(const std::string& method) {
    if (method != codebook().method)
        codebooks_.useCodebook({method, codebook().bits});
}

void MethodPresenter::chooseLength(int bits) {
    if (bits != codebook().bits)
        codebooks_.useCodebook({codebook().method, bits});
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
