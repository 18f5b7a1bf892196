"""GRU 16-32 on sequences of 24 places, batch 32."""

import torch
from torch import nn

from peer import read, serve


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.recurrent = nn.GRU(16, 32, batch_first=True)
        self.output = nn.Linear(32, 2)

    def forward(self, x):
        return self.output(self.recurrent(x)[0][:, -1])


serve(Network(), read("inputs", torch.float32, (-1, 24, 16)), read("targets", torch.int64, (-1, 1)), batch_size=32)
