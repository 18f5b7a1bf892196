"""MLP 2-8-8-2 on points, batch 16."""

import torch
from torch import nn

from peer import read, serve

network = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 2))
serve(network, read("inputs", torch.float32, (-1, 2)), read("targets", torch.int64, (-1, 1)), batch_size=16)
