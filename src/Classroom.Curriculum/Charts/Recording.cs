namespace Classroom.Curriculum.Charts;

/// <summary>Training runs that the engine has recorded, as a file in a term's <c>charts</c> folder tells them.</summary>
internal sealed record Recording
{
    public const int MaxRuns = 4;

    /// <summary>Named A, B, C, D.</summary>
    public required IReadOnlyList<RecordedRun> Runs { get; init; }

    public static string NameOf(int run) => ((char)('A' + run)).ToString();

    /// <summary>What a chart of this recording may show.</summary>
    public IEnumerable<ChartShow> Shows => Enum.GetValues<ChartShow>().Where(show => Runs.Any(run => run.Count(show) > 0));
}
