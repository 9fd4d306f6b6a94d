# SPDX-License-Identifier: GPL-3.0-or-later
"""How well descriptors find photos of the same label: mean average precision and precision at 1."""

import numpy as np


def gem_pool(maps, power=3.0):
    """N x channels x height x width array -> N x channels, generalised mean over the cells, L2 norm 1."""
    pooled = (np.maximum(maps, 1e-6) ** power).mean((2, 3)) ** (1 / power)
    return pooled / np.linalg.norm(pooled, axis=1, keepdims=True)


def retrieval_figures(descriptors, labels):
    """Every photo queries all others, by cosine. Labels that occur once are no query. (mAP, precision at 1)."""
    labels = np.asarray(labels)
    similarity = descriptors @ descriptors.T
    np.fill_diagonal(similarity, -np.inf)
    order = np.argsort(-similarity, axis=1, kind="stable")[:, :-1]
    relevant = labels[order] == labels[:, None]
    relevant = relevant[relevant.any(1)]
    ranks = np.arange(1, relevant.shape[1] + 1)
    precision = relevant.cumsum(1) / ranks
    average_precision = (precision * relevant).sum(1) / relevant.sum(1)
    return float(average_precision.mean()), float(relevant[:, 0].mean())


def figures_by_set(descriptors, photos):
    """{set: (mAP, precision at 1)} of the sets that have labels, each among itself."""
    sets = np.array([photo.set for photo in photos])
    labels = np.array([photo.label for photo in photos])
    figures = {}
    for name in dict.fromkeys(sets):
        mine = sets == name
        if len(set(labels[mine])) > 1:
            figures[name] = retrieval_figures(descriptors[mine], labels[mine])
    return figures
