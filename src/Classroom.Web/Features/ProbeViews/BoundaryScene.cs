using Classroom.Runs.Grains;
using Classroom.Training.Probes.DecisionBoundaries;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>A plane in the colors of the classes that the network gives to its places, and the points on it.</summary>
public sealed record BoundaryScene(
    string Picture,
    DecisionBoundaryFrame Place,
    IReadOnlyList<string> Classes,
    IReadOnlyList<BoundaryMarks> Marks,
    IReadOnlyList<BoundaryCount> Counts)
{
    public const double Size = 400;

    private const double Radius = 4.5;

    public static BoundaryScene From(RunFrameMessage first, RunFrameMessage shown)
    {
        var (known, frame) = (SharedScenes.Read<DecisionBoundaryFrame>(first), SharedScenes.Read<DecisionBoundaryFrame>(shown));
        var (points, classes) = (known.Points!, known.Classes!);
        var (x, y) = (new PlotScale(frame.X[0], frame.X[1], 0, Size), new PlotScale(frame.Y[0], frame.Y[1], Size, 0));
        var marks = new List<BoundaryMarks>();
        var counts = new List<BoundaryCount>();
        foreach (var group in points.Label.Index().GroupBy(point => point.Item, point => point.Index).OrderBy(group => group.Key))
        {
            var (trained, unseen) = (group.Where(i => i < points.Train).ToList(), group.Where(i => i >= points.Train).ToList());
            Mark(group.Key, trained, false);
            Mark(group.Key, unseen, true);
            counts.Add(new(classes[group.Key], trained.Count(OnOwnColor), trained.Count, unseen.Count(OnOwnColor), unseen.Count));
        }

        return new(Paint(frame, classes.Count), frame, classes, marks, counts);

        void Mark(int label, List<int> indices, bool isUnseen)
        {
            if (indices.Count > 0)
            {
                marks.Add(
                    new(label, isUnseen, ClassMarks.Path(label, indices.Select(i => (x.At(points.X[i]), y.At(points.Y[i]))), Radius)));
            }
        }

        bool OnOwnColor(int i)
        {
            var column = Math.Clamp((int)(x.At(points.X[i]) / Size * frame.Side), 0, frame.Side - 1);
            var row = Math.Clamp((int)(y.At(points.Y[i]) / Size * frame.Side), 0, frame.Side - 1);
            return frame.Winner[(row * frame.Side) + column] == points.Label[i];
        }
    }

    // Pale where the network is no surer than a guess.
    private static string Paint(DecisionBoundaryFrame frame, int classes)
    {
        var pixels = new byte[frame.Winner.Length];
        var guess = 1.0 / classes;
        for (var i = 0; i < pixels.Length; i++)
        {
            var sure = classes > 1 ? Math.Clamp(((frame.Probability[i] / 255.0) - guess) / (1 - guess), 0, 1) : 1;
            pixels[i] = (byte)(((ClassMarks.Series(frame.Winner[i]) - 1) * Palette.Shades) + (int)Math.Round(sure * (Palette.Shades - 1)));
        }

        return IndexedPng.ToDataAddress(pixels, frame.Side, frame.Side, Palette.Classes);
    }
}
