using Classroom.Training.Probes.Reconstructions;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>The pictures that the network copies, which never change.</summary>
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
