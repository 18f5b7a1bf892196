namespace Classroom.Training.Probes.WeightHistograms;

/// <summary>How many weights of each matrix are how large.</summary>
/// <param name="Layers">From input to output.</param>
public sealed record WeightHistogramFrame(IReadOnlyList<WeightHistogram> Layers) : FrameContent;
