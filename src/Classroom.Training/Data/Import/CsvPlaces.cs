using System.Text;

namespace Classroom.Training.Data.Import;

/// <summary>Where in a column something was found: said once, with the first lines.</summary>
internal sealed class CsvPlaces
{
    private const int Told = 5;
    private const int LongestShown = 40;

    private readonly List<long> lines = [];

    public int Count { get; private set; }

    /// <summary>The first line.</summary>
    public long? Line => lines.Count > 0 ? lines[0] : null;

    /// <summary>What stands there.</summary>
    public string Example { get; private set; } = "";

    /// <summary>In words what follows a sentence about the first line; empty where that is the only one.</summary>
    public string Others => Count switch
    {
        <= 1 => "",
        _ when Count <= Told => $" The same in {(Count == 2 ? "line" : "lines")} {Listed(lines.Skip(1))}.",
        _ => $" The same in lines {string.Join(", ", lines.Skip(1))} and {Count - Told:N0} more.",
    };

    /// <param name="field">What stands there.</param>
    /// <param name="line">Counted from 1.</param>
    /// <param name="isFirst">It stands before all others.</param>
    public void Add(ReadOnlySpan<byte> field, long line, bool isFirst = false)
    {
        if (Count++ == 0 || isFirst)
        {
            Example = ImportFaults.Shown(Encoding.UTF8.GetString(field), LongestShown);
        }

        if (isFirst)
        {
            lines.Insert(0, line);
        }
        else if (lines.Count < Told)
        {
            lines.Add(line);
        }

        if (lines.Count > Told)
        {
            lines.RemoveAt(Told);
        }
    }

    private static string Listed(IEnumerable<long> lines)
    {
        var all = lines.ToList();
        return all.Count == 1 ? $"{all[0]}" : $"{string.Join(", ", all.Take(all.Count - 1))} and {all[^1]}";
    }
}
