// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rectangle.h"
#include "core/base/translator.h"
#include "core/evaluation/retrieval_curves.h"
#include "core/evaluation/statistics.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace likeness {

/// What is measured: every combination of packs, methods, bits, granularities and ranks, and the baselines,
/// on the same queries.
struct ExperimentOptions {
    std::string dataset;            // folder or CSV file; empty: the library's own labels
    std::string layout = "auto";    // of the dataset; a name of layoutName
    std::string labels = "folders"; // of the library without a dataset: folders, tags, verdicts, yolo, coco
    std::vector<std::string> packs; // empty: the library's
    /// Trained anew on one half of the photos; "deep" learns from labels, "deep-unlabelled" without. Empty:
    /// the codebook in use.
    std::vector<std::string> methods;
    std::vector<int> bits{256};
    std::vector<std::string> granularities{"global"}; // global, region, part, fused
    std::vector<std::string> ranks{"full"};           // codes, full; for global
    std::vector<std::string> baselines;               // hsv, lbp, hog, phash, small-cnn
    std::string
        trainSplit; // even, odd: the files that methods learn from; empty: even where methods are given
    int robustnessQueries = 0; // photos that are corrupted; 0: no robustness
    int mostQueries = 0;       // of more a random choice; 0: all
    int cut = 100;             // K of mAP@K, nDCG@K and HashNet's mAP@K
    int accuracyCut = 10;      // accuracy is the precision among so many
    double minArea = 0;        // of boxes, fractions of the photo
    double maxArea = 1;
    int minClassPhotos = 2;            // photos that the class of a box occurs in
    std::vector<std::string> excluded; // classes of boxes
    std::uint64_t seed = 1;
};

struct StageTime {
    std::string stage; // decode, extract, encode, scan, rerank; total has all but decode
    double median = 0; // milliseconds
    double p95 = 0;
};

struct ClassScore {
    std::string label;
    std::int64_t queries = 0;
    double map = 0;
};

struct WrongResult {
    std::string photo;
    double score = 0;
};

/// A query that went badly, and the first wrong photos that it found.
struct Failure {
    std::string photo;
    Rectangle box = wholePhoto;
    double averagePrecision = 0;
    std::vector<WrongResult> wrong;
};

struct RobustnessPoint {
    std::string corruption; // "gaussian noise", …
    std::string family;     // noise, blur, weather, digital, crop, rotation, flip
    int severity = 0;       // 1 to 5
    double map = 0;         // of corrupted queries against the clean photos
    double relative = 0;    // map / that of the same queries uncorrupted
};

/// What one way to compare reached, at one level of labels.
struct RunResult {
    // Who.
    std::string pack;   // empty for baselines
    std::string method; // hash method, or the baseline
    int bits = 0;       // 0 where there is no code
    std::string granularity;
    std::string rank;
    std::string level;
    std::string labels;
    std::string fittedOn;
    std::string fingerprint;
    // How well. Means over queries but where said; K is ExperimentOptions::cut.
    double map = 0;
    Interval mapInterval; // 95 %, bootstrap
    double mapAtCut = 0;
    double macroMap = 0; // mean over classes
    double hashNetMap = 0;
    double precisionAt1 = 0;
    double accuracy = 0;
    double ndcg = 0; // gain: levels shared
    double calibrationError = 0;
    double precisionRadius2 = 0; // codes alone
    double emptyBallRate = 0;
    double bestF1 = 0;       // over ranks
    double localisation = 0; // see BoxEvaluation
    double meanIou = 0;      // of the best place with the nearest right box, the same photos
    std::map<std::string, double> precisionAt; // by k
    std::map<std::string, double> recallAt;
    std::int64_t queries = 0;
    std::int64_t withoutMatch = 0;
    std::int64_t photos = 0;
    // At what cost.
    double msPerQuery = 0; // as in Evaluation and BoxEvaluation: of a stored photo, ranking alone
    std::vector<StageTime> times;
    double bytesPerPhoto = 0;
    // Curves and details.
    std::vector<CurvePoint> byRank;
    std::vector<CurvePoint> byRadius;      // codes alone
    std::vector<CurvePoint> bySimilarity;  // 0 to 1
    std::vector<std::int64_t> matchScores; // histogram of ScoreCurve
    std::vector<std::int64_t> otherScores;
    std::vector<ClassScore> classes;
    std::vector<Failure> failures;
    std::vector<RobustnessPoint> robustness;

    /// "deep 64, codes (efficientnet-lite2-384)", for people.
    std::string title(const Translator& translate = inEnglish) const;
    /// The same without the pack.
    std::string label(const Translator& translate = inEnglish) const;
};

/// Which photos codebooks were trained on.
struct Separation {
    std::string half; // "even", "odd": files of each class; empty: nothing was learned
    std::int64_t learned = 0;
    std::int64_t compared = 0; // photos that are not among these
    bool operator==(const Separation&) const = default;
};

/// A finished experiment, or what there is of it so far.
struct Experiment {
    ExperimentOptions options;
    std::string date;                            // ISO 8601, UTC
    std::string version;                         // of Likeness
    std::string library;                         // file
    std::string truth;                           // what counts as the same, for people
    std::string separation;                      // which photos were learned from, for people
    std::map<std::string, std::string> versions; // of what it was measured with: packs, engine, threads
    std::vector<std::string> warnings;
    std::vector<RunResult> runs;
    Separation separated{}; // what `separation` says; empty where an older version kept it
};

} // namespace likeness
