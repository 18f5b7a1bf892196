namespace Classroom.Training.Probes.GradientNorms;

/// <summary>
/// The Euclidean length of the last batch's gradient, after clipping, for each weight matrix that is trained; before training that
/// of the first examples.
/// </summary>
/// <param name="Layers">From input to output.</param>
/// <param name="TimeSteps">
/// Of a recurrent network that answers after the last time step: for each time step, the length of the gradient of the mean loss with
/// respect to what is read there, over the first training examples, a batch of them but at most 32. Null for all other networks, and
/// in frames of earlier versions.
/// </param>
public sealed record GradientNormsFrame(IReadOnlyList<GradientNorm> Layers, IReadOnlyList<double?>? TimeSteps = null) : FrameContent;
