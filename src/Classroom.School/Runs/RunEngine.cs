namespace Classroom.School.Runs;

/// <summary>What computes a run, so that a run from a machine that computed wrongly can be told from a good one.</summary>
/// <param name="Setting">How its arithmetic is done, in the words of the engine.</param>
/// <param name="Processor">The processor's name.</param>
public sealed record RunEngine(string Setting, string Processor)
{
    internal const int LongestSetting = 500;
    internal const int LongestProcessor = 300;

    private const string Then = " → ";
    private const string Dropped = "…";

    /// <summary>What a run's <see cref="Run.Engine"/> becomes when this engine goes on with it.</summary>
    internal string SettingAfter(string? before) => Join(before, Setting, LongestSetting);

    /// <summary>What a run's <see cref="Run.Processor"/> becomes when this engine goes on with it.</summary>
    internal string ProcessorAfter(string? before) => Join(before, Processor, LongestProcessor);

    /// <summary>Oldest first. Where there is no room for all, the oldest are dropped.</summary>
    private static string Join(string? before, string now, int longest)
    {
        var room = longest - (Dropped + Then).Length;
        now = now.Length > room ? now[..room] : now;
        if (before is null)
        {
            return now;
        }

        List<string> parts = [.. before.Split(Then)];
        if (parts[^1] == now)
        {
            return before;
        }

        parts.Add(now);
        while (string.Join(Then, parts).Length > longest)
        {
            parts.RemoveRange(0, parts[0] == Dropped ? 2 : 1);
            parts.Insert(0, Dropped);
        }

        return string.Join(Then, parts);
    }
}
