namespace Classroom.Training.Probes.LossSurfaces;

/// <summary>
/// Where the weights are on the loss surface. Where the network is a line, x is its weight and y its bias, and the loss is that of all
/// training examples; otherwise the position is how far the weights have come along two fixed random directions, and the loss is that
/// of the first 128 training examples.
/// </summary>
/// <param name="Position">x and y.</param>
/// <param name="Loss">At this position.</param>
/// <param name="Grid">In the first frame, where the network is a line.</param>
public sealed record LossSurfaceFrame(double?[] Position, double? Loss, LossGrid? Grid) : FrameContent;
