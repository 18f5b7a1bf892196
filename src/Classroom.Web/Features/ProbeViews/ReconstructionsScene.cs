using Classroom.Runs.Grains;
using Classroom.Training.Probes.Reconstructions;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>Pictures and how the autoencoder draws them again.</summary>
public sealed record ReconstructionsScene(ReconstructionsOriginals Originals, IReadOnlyList<ReconstructionsCopy> Copies)
{
    public double? Error => Copies.Any(copy => copy.Error is null) ? null : Copies.Average(copy => copy.Error);

    public static ReconstructionsScene From(RunFrameMessage first, RunFrameMessage shown)
    {
        var originals = SharedScenes.GetOrCreate(
            first, () => ReconstructionsOriginals.From(SharedScenes.Read<ReconstructionsFrame>(first)));
        var copies = SharedScenes.Read<ReconstructionsFrame>(shown).Images;
        return new(
            originals,
            [.. copies.Select(
                image => new ReconstructionsCopy(IndexedPng.OfGrey(image.Copy, originals.Width, originals.Height), image.Error))]);
    }
}

/// <param name="Addresses">Of the pictures.</param>
/// <param name="Names">What they show; empty where nobody has said.</param>
public sealed record ReconstructionsOriginals(IReadOnlyList<string> Addresses, IReadOnlyList<string> Names, int Width, int Height)
{
    public static ReconstructionsOriginals From(ReconstructionsFrame frame)
    {
        var (width, height, classes) = (frame.Width!.Value, frame.Height!.Value, frame.Classes ?? []);
        return new(
            [.. frame.Images.Select(image => IndexedPng.OfGrey(image.Pixels!, width, height))],
            [.. frame.Images.Select(image => image.Label is { } label && label < classes.Count ? classes[label] : "")],
            width,
            height);
    }
}

/// <param name="Error">The mean squared difference of pixels from 0 to 1.</param>
public sealed record ReconstructionsCopy(string Address, double? Error);
