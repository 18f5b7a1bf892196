"""What the scripts beside this one share: the shortest PyTorch loop that trains a model, timed from outside.

python3 cnn.py FOLDER, where FOLDER holds the examples as raw numbers (inputs, targets). Each line on standard input is a number
of steps to train; the answer is a line with the seconds that took, by the clock and of processor time.
"""

import sys
import time
from pathlib import Path

import torch
from torch.nn import functional


def read(name, dtype, shape):
    return torch.frombuffer(bytearray(Path(sys.argv[1], name).read_bytes()), dtype=dtype).reshape(shape)


def serve(network, inputs, targets, batch_size):
    torch.set_num_threads(1)
    optimizer = torch.optim.Adam(network.parameters(), lr=0.001)
    at = 0
    for line in sys.stdin:
        clock, processor = time.perf_counter(), time.process_time()
        for _ in range(int(line)):
            loss = functional.cross_entropy(network(inputs[at:at + batch_size]), targets[at:at + batch_size].flatten())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            at = (at + batch_size) % (len(inputs) - batch_size)
        print(time.perf_counter() - clock, time.process_time() - processor, flush=True)
