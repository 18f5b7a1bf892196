using Classroom.Runs.Grains;
using Classroom.Training.Probes.Confusion;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>Which classes are taken for which.</summary>
/// <param name="Picture">Instead of a table where there are too many classes for numbers.</param>
public sealed record ConfusionScene(
    IReadOnlyList<string> Classes, int[][] Counts, IReadOnlyList<ConfusionMistake> Mistakes, string? Picture)
{
    private const int MostClassesOfATable = 12;

    public int Right => Classes.Select((_, label) => Counts[label][label]).Sum();

    public int All => Counts.Sum(row => row.Sum());

    public static ConfusionScene From(RunFrameMessage first, RunFrameMessage shown)
    {
        var (classes, frame) = (SharedScenes.Read<ConfusionFrame>(first).Classes!, SharedScenes.Read<ConfusionFrame>(shown));
        var mistakes = frame.Mistakes.Select(mistake => new ConfusionMistake(
            classes[mistake.Label],
            classes[mistake.Predicted],
            frame.Counts[mistake.Label][mistake.Predicted],
            [.. (mistake.Pixels ?? []).Select(pixels => IndexedPng.OfGrey(pixels, frame.Width!.Value, frame.Height!.Value))]));
        return new(classes, frame.Counts, [.. mistakes], classes.Count > MostClassesOfATable ? Paint(frame.Counts) : null);
    }

    /// <summary>0 for none to 10 for all examples of a class.</summary>
    public int Tenth(int label, int predicted) => Tenth(Counts, label, predicted, 10);

    // At least the first step for a single one: a rare mistake is one too.
    private static int Tenth(int[][] counts, int label, int predicted, int steps) =>
        counts[label][predicted] == 0 ? 0 : Math.Max(1, (int)Math.Round(steps * (double)counts[label][predicted] / counts[label].Sum()));

    // Green for what is right, orange for mistakes.
    private static string Paint(int[][] counts)
    {
        var pixels = new byte[counts.Length * counts.Length];
        for (var label = 0; label < counts.Length; label++)
        {
            for (var predicted = 0; predicted < counts.Length; predicted++)
            {
                var series = label == predicted ? 2 : 1;
                pixels[(label * counts.Length) + predicted] =
                    (byte)((series * Palette.Shades) + Tenth(counts, label, predicted, Palette.Shades - 1));
            }
        }

        return IndexedPng.ToDataAddress(pixels, counts.Length, counts.Length, Palette.Classes);
    }
}
