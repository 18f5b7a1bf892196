namespace Classroom.Training.Probes.Predictions;

/// <summary>The first 16 pictures, or 8 sequences, and what the network says to each.</summary>
/// <param name="Images">Null for sequences.</param>
/// <param name="Sequences">Null for pictures.</param>
/// <param name="Width">Of the pictures, in the first frame.</param>
/// <param name="Height">Of the pictures, in the first frame.</param>
/// <param name="Classes">Their names, in the first frame.</param>
public sealed record PredictionsFrame(
    IReadOnlyList<Prediction>? Images, IReadOnlyList<Prediction>? Sequences, int? Width, int? Height, IReadOnlyList<string>? Classes)
        : FrameContent;

/// <summary>What the network says to one example.</summary>
/// <param name="Pixels">Of a picture, in the first frame.</param>
/// <param name="Values">Of a sequence, in the first frame, in the columns' own unit.</param>
/// <param name="Label">Its class.</param>
/// <param name="Predicted">The class that the network takes it for.</param>
/// <param name="Probability">How sure the network is, 0 to 1.</param>
public sealed record Prediction(byte[]? Pixels, double[]? Values, int Label, int Predicted, double? Probability);
