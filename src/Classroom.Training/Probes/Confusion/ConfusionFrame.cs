namespace Classroom.Training.Probes.Confusion;

/// <summary>Which classes the network takes for which, over the first 1,000 examples at most.</summary>
/// <param name="Counts">By label, then by prediction.</param>
/// <param name="Mistakes">The four most frequent ones.</param>
/// <param name="Width">Of the pictures, where examples are pictures.</param>
/// <param name="Height">Of the pictures, where examples are pictures.</param>
/// <param name="Classes">Their names, in the first frame.</param>
public sealed record ConfusionFrame(
    int[][] Counts, IReadOnlyList<ConfusionMistakes> Mistakes, int? Width, int? Height, IReadOnlyList<string>? Classes) : FrameContent;
