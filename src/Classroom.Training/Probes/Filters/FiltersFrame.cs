namespace Classroom.Training.Probes.Filters;

/// <summary>The filters of the first convolution as little pictures.</summary>
/// <param name="Width">Of a filter, in pixels.</param>
/// <param name="Height">Of a filter, in pixels.</param>
/// <param name="Limit">What a byte 127 away from 128 stands for; null where the weights are not numbers any more.</param>
/// <param name="Filters">A weight is (byte − 128) / 127 × limit.</param>
public sealed record FiltersFrame(int Width, int Height, double? Limit, IReadOnlyList<byte[]> Filters) : FrameContent;
