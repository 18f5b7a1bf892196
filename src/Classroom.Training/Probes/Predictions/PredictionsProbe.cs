using Classroom.Training.Data;
using static TorchSharp.torch;

namespace Classroom.Training.Probes.Predictions;

/// <summary>What the network says to the same few validation pictures, or sequences, all along.</summary>
internal sealed class PredictionsProbe : Probe
{
    private const int MostPictures = 16;
    private const int MostSequences = 8;
    private const int MostNumbers = 200;

    private readonly ProbedRun run;
    private readonly bool isImage;
    private readonly Slices slices;
    private readonly Sweep sweep;

    public PredictionsProbe(ProbedRun run)
    {
        this.run = run;
        isImage = run.Data.Kind == DataSetKind.Image;
        slices = run.FirstExamples(isImage ? MostPictures : MostSequences);
        sweep = new(slices, 2);
    }

    public override double Cost => 200 + run.Time.Forward(slices.Items, slices.Count);

    public override int Bytes => 20 + (60 * slices.Items);

    public override FrameContent? Capture(bool isFirst)
    {
        if (sweep.Advance(Guess) is not { } guesses)
        {
            return null;
        }

        Prediction[] examples =
        [
            .. run.Labels(slices.Items).Select((label, i) => new Prediction(
                isFirst && isImage ? run.Picture(i) : null,
                isFirst && !isImage ? [.. run.Numbers(i, MostNumbers)] : null,
                label,
                (int)guesses[2 * i],
                guesses[(2 * i) + 1])),
        ];
        return new PredictionsFrame(
            isImage ? examples : null,
            isImage ? null : examples,
            isFirst && isImage ? run.Thumbnail.Width : null,
            isFirst && isImage ? run.Thumbnail.Height : null,
            isFirst ? FrameNames.Shorten(run.Data.Classes) : null);
    }

    // (count, 2): the class and how sure the network is of it
    private Tensor Guess(int first, int count)
    {
        var (probabilities, classes) = run.Network.call(run.Inputs(first, count)).softmax(1).max(1);
        return stack([classes.to(ScalarType.Float32), probabilities.nan_to_num(0)], 1);
    }
}
