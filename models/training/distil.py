# SPDX-License-Identifier: GPL-3.0-or-later
"""Distils a large pack into a small network: the student learns which photos are alike to the teacher. No labels needed.

    python distil.py FOLDER... --teacher ../efficientnet-lite2-384 --variant lite0 --size 224 --output PACK

The student learns that the cosines between its descriptors follow those between the teacher's (F. Tung and G. Mori,
Similarity-Preserving Knowledge Distillation, ICCV 2019), which leaves it free in how it describes a photo. Only what comes
after the stride-16 map is trained; the maps before it are computed once. The weights that are written lie between those
before and after (M. Wortsman et al., Robust Fine-Tuning of Zero-Shot Models, CVPR 2022): that keeps what the student knew.
"""

import argparse
import copy
from pathlib import Path

import numpy as np
import torch

from backbone import FeatureMaps, load_classifier
from export_backbone import LICENCE
from folding import fold_all
from pack_files import write_pack
from pack_network import PackNetwork
from photos import find_photos, halves, to_batch, views


def pooled(maps, power=3.0):
    return torch.nn.functional.normalize(maps.clamp(min=1e-6).pow(power).mean((2, 3)).pow(1 / power))


def centred_cosines(descriptors, mean):
    away = torch.nn.functional.normalize(descriptors - mean)
    return away @ away.T


def look(photos, teacher, student, args):
    """(stride-16 maps of the student, descriptors of the teacher) of some views of each photo."""
    random = np.random.default_rng(args.seed)
    describe = teacher.descriptor_of()
    maps, descriptors = [], []
    for i, photo in enumerate(photos):
        for mine, theirs in views(photo, (args.size, teacher.size), args.views, random):
            with torch.no_grad():
                maps.append(student.until_stride16(torch.from_numpy(to_batch(mine[None]))).half())
            descriptors.append(torch.from_numpy(describe(theirs)))
        if (i + 1) % 200 == 0:
            print(f"{i + 1} of {len(photos)} photos looked at", flush=True)
    return torch.cat(maps), torch.stack(descriptors)


def learn(student, maps, descriptors, args):
    random = torch.Generator().manual_seed(args.seed)
    trained = [weight for part in (student.blocks[student.first_stride32 :], student.head) for weight in part.parameters()]
    optimiser = torch.optim.Adam(trained, lr=args.rate)
    steps = args.epochs * (len(maps) // args.batch)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, max(steps, 1))
    mean = descriptors.mean(0)
    for epoch in range(1, args.epochs + 1):
        batches = [chosen for chosen in torch.randperm(len(maps), generator=random).split(args.batch)
                   if len(chosen) == args.batch]
        losses = [learn_batch(student, optimiser, schedule, maps[chosen].float(), descriptors[chosen], mean)
                  for chosen in batches]
        print(f"epoch {epoch}: mean squared difference of cosines {np.mean(losses):.5f}", flush=True)


def learn_batch(student, optimiser, schedule, maps, descriptors, mean):
    mine = pooled(student.from_stride16(maps))
    loss = (centred_cosines(mine, mine.mean(0)) - centred_cosines(descriptors, mean)).pow(2).mean()
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    schedule.step()
    return loss.item()


def mix(student, before, share):
    """Moves the student's weights towards those that it had before; a share of 1 leaves them as they are."""
    with torch.no_grad():
        for weight, old in zip(student.parameters(), before.parameters()):
            weight.copy_(old + share * (weight - old))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", help="photos; labels are not used")
    parser.add_argument("--teacher", type=Path, required=True, help="model pack")
    parser.add_argument("--variant", default="lite0", choices=[f"lite{i}" for i in range(5)])
    parser.add_argument("--size", type=int, default=224, help="side of the student's input in pixels")
    parser.add_argument("--output", type=Path, required=True, help="folder of the student's pack")
    parser.add_argument("--even", action="store_true", help="learn from the photos at even places of their folder only")
    parser.add_argument("--views", type=int, default=2, help="of each photo; all but the first are random crops")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--mix", type=float, default=0.5, help="0: the weights before, 1: the weights after learning")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    teacher = PackNetwork(args.teacher)
    student = FeatureMaps(fold_all(load_classifier(args.variant, args.size)))
    before = copy.deepcopy(student)
    photos = find_photos(args.folders)
    maps, descriptors = look(halves(photos)[0] if args.even else photos, teacher, student, args)
    learn(student, maps, descriptors, args)
    mix(student, before, args.mix)
    name = args.output.resolve().name
    write_pack(student, args.size, args.output, {"name": name, "title": f"{name}, taught by {teacher.name}"}, LICENCE)


if __name__ == "__main__":
    main()
