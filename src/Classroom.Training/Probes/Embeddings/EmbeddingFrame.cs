namespace Classroom.Training.Probes.Embeddings;

/// <summary>
/// Where the network puts the first 300 examples at most: the first two numbers of an autoencoder's code; otherwise the last hidden
/// layer seen along its two principal components, turned so that nothing jumps between two frames.
/// </summary>
/// <param name="X">One for each example.</param>
/// <param name="Y">One for each example.</param>
/// <param name="Share">Of the variance, what the two components hold; null for a code.</param>
/// <param name="Label">The class of each example, in the first frame.</param>
/// <param name="Classes">Their names, in the first frame.</param>
public sealed record EmbeddingFrame(double?[] X, double?[] Y, double? Share, int[]? Label, IReadOnlyList<string>? Classes) : FrameContent;
