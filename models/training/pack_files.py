# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a network as a model pack: network.onnx and manifest.json."""

import hashlib
import json

import torch

from photos import MEAN, SCALE

OPSET = 10  # OpenCV 4.6 refuses the Clip of opset 11
OUTPUTS = ("stride16", "stride32")


def export(network, size, path):
    """Returns the shapes of the outputs, by name."""
    image = torch.zeros(1, 3, size, size)
    with torch.no_grad():
        shapes = {name: tuple(output.shape) for name, output in zip(OUTPUTS, network(image))}
    torch.onnx.export(
        network, image, str(path), opset_version=OPSET, input_names=["image"], output_names=list(OUTPUTS)
    )
    return shapes


def describe_output(name, shape):
    _, channels, height, width = shape
    return {"name": name, "channels": channels, "height": height, "width": width}


def describe_input(size):
    return {
        "name": "image",
        "width": size,
        "height": size,
        "colour": "RGB",
        "mean": [int(MEAN)] * 3,
        "scale": SCALE,
        "resize": "squash",
    }


def write_pack(network, size, folder, names, licence, codebook="itq-256.codebook"):
    """`network`: 1 x 3 x size x size -> (stride16, stride32). `names`: name and title. Returns network.onnx's path."""
    folder.mkdir(parents=True, exist_ok=True)
    onnx = folder / "network.onnx"
    shapes = export(network.eval(), size, onnx)
    manifest = {
        "format": 1,
        **names,
        "network": {"file": onnx.name, "sha256": hashlib.sha256(onnx.read_bytes()).hexdigest()},
        "input": describe_input(size),
        "outputs": {name: describe_output(name, shape) for name, shape in shapes.items()},
        "descriptor": {"map": "stride32", "pooling": "gem", "p": 3},
        "codebooks": {"default": codebook},
        "licence": licence,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    print(f"{onnx}: {onnx.stat().st_size} bytes, SHA-256 {manifest['network']['sha256']}, {shapes}")
    return onnx
