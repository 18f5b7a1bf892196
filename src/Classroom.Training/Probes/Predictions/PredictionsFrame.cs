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
