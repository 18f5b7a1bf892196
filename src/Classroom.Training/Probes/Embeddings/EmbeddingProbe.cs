using static TorchSharp.torch;

namespace Classroom.Training.Probes.Embeddings;

/// <summary>
/// Where the network puts validation examples: an autoencoder's code, or what the last hidden layer makes of them, seen from
/// the side on which they differ most.
/// </summary>
internal sealed class EmbeddingProbe : Probe
{
    private const int MostExamples = 300;
    private const int MostFeatures = 512;

    private readonly ProbedRun run;
    private readonly bool isCode;
    private readonly int stride;
    private readonly int width;
    private readonly Slices slices;
    private readonly Sweep sweep;

    // The positions of the last frame, x and y by turns; a code needs none.
    private readonly float[] last;

    public EmbeddingProbe(ProbedRun run)
    {
        this.run = run;
        isCode = run.Config.Model.CopiesInput;
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        var features = (int)run.Network.Features(run.Inputs(0, 1)).shape[1];

        // Neighbors in a map say nearly the same: of many features every so-manyth is enough.
        stride = (features + MostFeatures - 1) / MostFeatures;
        width = isCode ? Math.Min(2, features) : (features + stride - 1) / stride;
        slices = run.FirstExamples(MostExamples);
        sweep = new(slices, width);
        last = new float[isCode ? 0 : 2 * slices.Items];
    }

    public override double Cost => 600 + run.Time.Forward(slices.Items, slices.Count) + (isCode ? 0 : 0.02 * slices.Items * width);

    public override int Bytes => 60 + (24 * slices.Items);

    public override float[] Memory => last;

    public override FrameContent? Capture(bool isFirst)
    {
        if (sweep.Advance(Features) is not { } features)
        {
            return null;
        }

        float? share = null;
        var places = features;
        if (!isCode)
        {
            (places, share) = PrincipalPlane.Project(features, slices.Items, width);
            PrincipalPlane.TurnTowards(last, places);
            places.CopyTo(last, 0);
        }

        var numbers = places.Length / slices.Items;
        return new EmbeddingFrame(
            [.. places.Where((_, i) => i % numbers == 0)],
            numbers == 1 ? [.. new double[slices.Items]] : [.. places.Where((_, i) => i % numbers == 1)],
            share,
            isFirst ? [.. run.Labels(slices.Items)] : null,
            isFirst ? FrameNames.Shorten(run.Data.Classes) : null);
    }

    private Tensor Features(int first, int count)
    {
        var features = run.Network.Features(run.Inputs(first, count));
        return isCode ? features.narrow(1, 0, width) : features.slice(1, 0, features.shape[1], stride);
    }
}
