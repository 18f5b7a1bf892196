namespace Classroom.Training.Probes.Forecasts;

/// <summary>The number that the network predicts for each of the first 100 examples at most, beside the truth.</summary>
/// <param name="Prediction">One for each example.</param>
/// <param name="Truth">One for each example, in the first frame.</param>
/// <param name="Inputs">The numbers of the first examples, 2,000 in all at most, in the first frame.</param>
public sealed record ForecastFrame(double?[] Prediction, double[]? Truth, IReadOnlyList<double[]>? Inputs) : FrameContent;
