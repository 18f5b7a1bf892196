"""GRU 48 on windows of 32 characters, batch 16."""

import torch
from torch import nn

from peer import read, serve


class Network(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, 16)
        self.recurrent = nn.GRU(16, 48, batch_first=True)
        self.output = nn.Linear(48, vocabulary)

    def forward(self, x):
        return self.output(self.recurrent(self.embedding(x))[0]).flatten(0, 1)


inputs = read("inputs", torch.int64, (-1, 32))
targets = read("targets", torch.int64, (-1, 32))
serve(Network(int(torch.maximum(inputs, targets).max()) + 1), inputs, targets, batch_size=16)
