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
