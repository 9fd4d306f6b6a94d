// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/codebook_catalog.h"
#include "ui/similar/similar_presenter.h"

#include <QObject>
#include <QString>

#include <array>

namespace likeness::ui {

/// What the menu "Method" offers: hash methods and code lengths, re-ranking, variants of the query.
class MethodPresenter : public QObject {
    Q_OBJECT

public:
    enum class Offer { Ready, Trainable, Missing };
    /// Those of Rerank, in its order, and none.
    enum class Reranking { Expansion, Sum, Cosine, Asymmetric, Off };
    static constexpr std::array methods{"deep", "itq", "lsh", "qh", "ch"};
    static constexpr std::array lengths{16, 32, 64, 128, 256, 512, 1024};

    MethodPresenter(CodebookCatalog& codebooks, SimilarPresenter& similar, QObject* parent = nullptr);

    /// What the tool in use searches by.
    Granularity granularity() const;
    /// In use for that, being trained or indexed for it; "" and 0 until the library was read.
    CodebookName codebook() const;
    /// It is in use as soon as all photos have its codes.
    bool isComing() const { return codebooks_.coming(granularity()).has_value(); }
    Offer offerOf(const CodebookName& codebook) const;
    /// The model pack's own for that; none where it has none.
    std::optional<CodebookName> packCodebook() const;
    /// Of what codebook() names.
    std::optional<CodebookCatalog::Training> training() const;
    Reranking reranking() const;
    bool mirrored() const { return similar_.manner().mirrored; }
    bool rotated() const { return similar_.manner().rotated; }

    void choosePackCodebook();
    /// Those two of codebooks that are learned from the library.
    void chooseMethod(const std::string& method);
    void chooseLength(int bits);
    void chooseReranking(Reranking reranking);
    void toggleMirrored();
    void toggleRotated();
    void requestTraining() { Q_EMIT trainingRequested(); }

    /// "ITQ"; the methods' own names, but for Deep.
    static QString methodText(const std::string& method);

Q_SIGNALS:
    void changed();
    void trainingRequested(); // by the user, with choices to make

private:
    CodebookCatalog& codebooks_;
    SimilarPresenter& similar_;
};

} // namespace likeness::ui
