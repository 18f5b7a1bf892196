"""CNN 1-8-16-64-10 on 28 x 28 pictures, batch 32."""

import torch
from torch import nn

from peer import read, serve

network = nn.Sequential(
    nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 10))
serve(network, read("inputs", torch.float32, (-1, 1, 28, 28)), read("targets", torch.int64, (-1, 1)), batch_size=32)
