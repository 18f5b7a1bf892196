namespace Classroom.Training.Probes.Reconstructions;

/// <summary>A few validation pictures and how the autoencoder draws them again.</summary>
internal sealed class ReconstructionsProbe : Probe
{
    private const int Shown = 8;

    private readonly ProbedRun run;
    private readonly int pixels;
    private readonly Slices slices;
    private readonly Sweep sweep;

    public ReconstructionsProbe(ProbedRun run)
    {
        this.run = run;
        pixels = run.Data.Shape[0] * run.Data.Shape[1];
        slices = run.FirstExamples(Shown);
        sweep = new(slices, pixels);
    }

    public override double Cost => 200 + run.Time.Forward(slices.Items, slices.Count) + (0.01 * slices.Items * pixels);

    public override int Bytes => 100 + (slices.Items * (40 + (run.Thumbnail.Height * run.Thumbnail.Width * 4 / 3)));

    public override FrameContent? Capture(bool isFirst)
    {
        if (sweep.Advance((first, count) => run.Network.call(run.Inputs(first, count))) is not { } copies)
        {
            return null;
        }

        return new ReconstructionsFrame(
            [.. copies.Chunk(pixels).Select((copy, i) => new ReconstructedImage(
                isFirst ? run.Picture(i) : null,
                isFirst ? run.Data.Labels.Span[run.Data.Train + i] : null,
                run.Thumbnail.Render(copy),
                Error(copy, i)))],
            isFirst ? run.Thumbnail.Width : null,
            isFirst ? run.Thumbnail.Height : null,
            isFirst ? MeanPictureError() : null,
            isFirst ? FrameNames.Shorten(run.Data.Classes) : null);
    }

    // The mean squared difference, as the loss counts it.
    private float Error(float[] copy, int example)
    {
        var picture = run.Data.Values.Span.Slice((run.Data.Train + example) * pixels, pixels);
        var sum = 0.0;
        for (var i = 0; i < pixels; i++)
        {
            var difference = copy[i] - (picture[i] / 255.0);
            sum += difference * difference;
        }

        return (float)(sum / pixels);
    }

    // What a network would reach that draws the same picture each time: the mean of all training pictures.
    private float MeanPictureError()
    {
        var values = run.Data.Values.Span;
        var mean = new double[pixels];
        for (var i = 0; i < run.Data.Train * pixels; i++)
        {
            mean[i % pixels] += values[i] / 255.0 / run.Data.Train;
        }

        var sum = 0.0;
        for (var i = run.Data.Train * pixels; i < values.Length; i++)
        {
            var difference = mean[i % pixels] - (values[i] / 255.0);
            sum += difference * difference;
        }

        return (float)(sum / (values.Length - (run.Data.Train * pixels)));
    }
}
