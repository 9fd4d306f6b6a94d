# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a model pack's network outside Likeness: in ONNX Runtime and in OpenCV DNN, one thread each."""

import json
from pathlib import Path

import cv2
import numpy as np
import onnxruntime

from photos import load_squashed, to_batch
from retrieval import gem_pool


class PackNetwork:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.manifest = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
        self.onnx = self.folder / self.manifest["network"]["file"]
        self.name = self.manifest["name"]
        self.size = self.manifest["input"]["width"]
        self.input = self.manifest["input"]["name"]
        self.outputs = [output["name"] for output in self.manifest["outputs"].values()]

    def in_onnxruntime(self):
        """A function: 1 x 3 x size x size -> the outputs' maps."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(self.onnx), options, providers=["CPUExecutionProvider"])
        return lambda image: session.run(self.outputs, {self.input: image})

    def in_opencv(self):
        cv2.setNumThreads(1)
        network = cv2.dnn.readNetFromONNX(str(self.onnx))

        def run(image):
            network.setInput(image, self.input)
            return network.forward(self.outputs)

        return run

    def descriptor_of(self):
        """A function: size x size x 3 bytes -> the global descriptor."""
        run, power = self.in_onnxruntime(), self.manifest["descriptor"]["p"]
        return lambda pixels: gem_pool(run(to_batch(pixels[None]))[1], power)[0]

    def descriptors(self, photos):
        describe = self.descriptor_of()
        return np.stack([describe(load_squashed([photo], self.size)[0]) for photo in photos])
