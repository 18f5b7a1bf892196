using Classroom.Curriculum.Charts;

namespace Classroom.Curriculum.Loading;

/// <summary>A term's recordings, each read and checked once, and the charts that lesson and quiz make of them.</summary>
internal sealed class ChartLibrary
{
    public const string Folder = "charts/";

    private readonly Dictionary<string, (SourceFile File, Recording? Recording)> recordings = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    private ChartLibrary()
    {
    }

    public static ChartLibrary Read(string folder, string slug, List<ContentError> errors)
    {
        var shelf = new ChartLibrary();
        var path = Path.Combine(folder, slug, Folder);
        foreach (var name in Directory.Exists(path)
            ? Directory.GetFiles(path, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray()
            : [])
        {
            if (SourceFile.Read(folder, $"{slug}/{Folder}{name}", errors) is { } file)
            {
                shelf.recordings[Folder + name] = (file, new RecordingReader(file).Read());
            }
        }
        return shelf;
    }

    /// <summary>
    /// The recording that is to be shown; null, with the fault told, where it cannot be. One with faults of its own has told them already.
    /// </summary>
    /// <param name="source">The file below the term's folder.</param>
    /// <param name="show">What of it.</param>
    /// <param name="fault">Takes what is wrong.</param>
    public Recording? Take(string source, ChartShow show, Action<string> fault)
    {
        if (!recordings.TryGetValue(source, out var found))
        {
            fault($"There is no chart \"{source}\"; a chart is a recording of the term, such as charts/overfits.json.");
            return null;
        }
        used.Add(source);
        if (found.Recording is { } recording && !recording.Shows.Contains(show))
        {
            fault($"The recording \"{source}\" has nothing to show for {Name(show)}; it has "
                + $"{string.Join(", ", recording.Shows.Select(Name))}.");
            return null;
        }
        return found.Recording;
    }

    /// <summary>What a chart may be asked to show, as content writes it.</summary>
    public static string ShowNames => string.Join(", ", Enum.GetValues<ChartShow>().Select(Name));

    /// <summary>Null where content has written something else.</summary>
    public static ChartShow? ShowOf(string name) =>
        Enum.GetValues<ChartShow>().Cast<ChartShow?>().FirstOrDefault(show => Name(show!.Value) == name);

    public void ReportUnused()
    {
        foreach (var (file, _) in recordings.Where(entry => !used.Contains(entry.Key)).Select(entry => entry.Value))
        {
            file.Fault(0, "Neither the lesson nor the quiz shows this recording; use it or delete it.");
        }
    }

    private static string Name(ChartShow show) => show.ToString().ToLowerInvariant();
}
