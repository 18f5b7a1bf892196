using static TorchSharp.torch;

namespace Classroom.Training.Operations;

/// <summary>(layers, batch, hidden) each; only an LSTM has a memory beside its hidden values.</summary>
internal readonly record struct RecurrentState(Tensor? Hidden, Tensor? Memory);
