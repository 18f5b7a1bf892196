namespace Classroom.Training.Operations.Reference;

/// <summary>
/// What one recurrent layer holds between two places, (batch, hidden) each; the memory is an LSTM's alone, and empty for the others.
/// </summary>
internal sealed record ReferenceRecurrentState(double[] Hidden, double[] Memory);
