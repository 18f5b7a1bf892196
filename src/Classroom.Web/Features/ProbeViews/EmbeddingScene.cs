using Classroom.Runs.Grains;
using Classroom.Training.Probes.Embeddings;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>Where the network puts examples on a plane.</summary>
/// <param name="Groups">The examples of one class each.</param>
/// <param name="Names">Those class names for which there is room where the class lies.</param>
/// <param name="Unlabelled">All examples, without a sign of what they are.</param>
/// <param name="Share">Of all differences between the examples, what the plane shows; null where the plane is all there is.</param>
public sealed record EmbeddingScene(
    IReadOnlyList<string> Classes,
    IReadOnlyList<EmbeddingGroup> Groups,
    IReadOnlyList<EmbeddingName> Names,
    string Unlabelled,
    double? Share)
{
    public const double Size = 400;

    private const double Radius = 4.5;

    public int Examples => Groups.Sum(group => group.Examples);

    public static EmbeddingScene From(RunFrameMessage first, RunFrameMessage shown)
    {
        var (known, frame) = (SharedScenes.Read<EmbeddingFrame>(first), SharedScenes.Read<EmbeddingFrame>(shown));
        var x = PlotScale.Create(frame.X.OfType<double>(), 0, Size);
        var y = PlotScale.Create(frame.Y.OfType<double>(), Size, 0);
        // A network about to diverge puts examples nowhere.
        var places = frame.X.Zip(frame.Y).Index().Where(place => place.Item is { First: not null, Second: not null })
            .ToDictionary(place => place.Index, place => (X: x.At(place.Item.First!.Value), Y: y.At(place.Item.Second!.Value)));
        var groups = new List<EmbeddingGroup>();
        foreach (var group in known.Label!.Index().GroupBy(example => example.Item, example => example.Index).OrderBy(group => group.Key))
        {
            var own = group.Where(places.ContainsKey).Select(i => places[i]).ToList();
            if (own.Count > 0)
            {
                groups.Add(new(
                    group.Key,
                    own.Count,
                    (Median(own.Select(place => place.X)), Median(own.Select(place => place.Y))),
                    ClassMarks.Path(group.Key, own, Radius)));
            }
        }

        return new(known.Classes!, groups, NamesOf(groups, known.Classes!), ClassMarks.Path(0, places.Values, Radius), frame.Share);
    }

    // The largest classes first; where two names would cover each other, the legend has to do.
    private static List<EmbeddingName> NamesOf(IEnumerable<EmbeddingGroup> groups, IReadOnlyList<string> classes)
    {
        const double LetterWidth = 10;
        const double Height = 24;
        var names = new List<EmbeddingName>();
        foreach (var group in groups.OrderByDescending(group => group.Examples))
        {
            var (name, width) = (classes[group.Label], (LetterWidth * classes[group.Label].Length) + 8);
            var x = Math.Clamp(group.Middle.X, width / 2, Size - (width / 2));
            var y = Math.Clamp(group.Middle.Y, Height / 2, Size - (Height / 2));
            if (width < Size / 2
                && !names.Any(other => Math.Abs(other.X - x) < (other.Width + width) / 2 && Math.Abs(other.Y - y) < Height))
            {
                names.Add(new(name, x, y, width));
            }
        }

        return names;
    }

    private static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
