namespace Classroom.Training.Probes.Predictions;

/// <summary>What the network says to one example.</summary>
/// <param name="Pixels">Of a picture, in the first frame.</param>
/// <param name="Values">Of a sequence, in the first frame, in the columns' own unit.</param>
/// <param name="Label">Its class.</param>
/// <param name="Predicted">The class that the network takes it for.</param>
/// <param name="Probability">How sure the network is, 0 to 1.</param>
public sealed record Prediction(byte[]? Pixels, double[]? Values, int Label, int Predicted, double? Probability);
