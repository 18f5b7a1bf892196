using Classroom.Training.Data;
using Classroom.Training.Models;

namespace Classroom.Training.Probes;

/// <summary>
/// What computing takes, roughly, in microseconds of a core. From the config alone, never from a clock, so that whatever
/// depends on it repeats.
/// </summary>
internal sealed class ComputeTime(Model model, DataSetInfo data)
{
    private const double MultiplicationsOfAMicrosecond = 5_000;
    private const double OfALayer = 15;
    private const double OfAPlace = 30;
    private const double OfAStep = 60;

    private readonly long multiplications = model.Size.Multiplications;

    // What calling libtorch takes whatever the batch size; a recurrent layer is called for each place.
    private readonly double calls = model.RecurrentCalls > 0 ? OfAPlace * model.RecurrentCalls : OfALayer * model.LayerCount;

    /// <summary>So many examples through the network, in so many calls.</summary>
    public double Forward(int examples, int slices = 1) => (slices * calls) + (examples * multiplications / MultiplicationsOfAMicrosecond);

    /// <summary>One character read and the next one drawn.</summary>
    public double OfACharacter => OfALayer + (calls + (multiplications / MultiplicationsOfAMicrosecond)) / data.Shape[0];

    /// <summary>One training step: the way back takes twice as long as the way there.</summary>
    public double Step(int batchSize) => OfAStep + (3 * Forward(batchSize));
}
