namespace Classroom.Training;

/// <summary>One import while it goes on: what was asked for, what is allowed, and what has been found wrong.</summary>
internal sealed record Upload(ImportOptions Options, ImportLimits Limits, CancellationToken Cancellation)
{
    private const int LongestShown = 80;

    public ImportFaults Faults { get; } = new();

    public bool IsFaulty => Faults.Count > 0;

    /// <summary>The data set's own text names the files, of which a browser may say anything.</summary>
    public static string Shown(string file) => ImportFaults.Shown(file, LongestShown);

    /// <summary>How the examples are divided, in words.</summary>
    public static string SplitInWords(int validation) => $"Shuffled, always the same way; the last fifth ({validation:N0}) is for validation.";

    public void CheckCount(string file, long examples, string what)
    {
        if (examples < 2)
        {
            Faults.Add(file, $"The file holds {examples:N0} {what}; at least 2 are needed, one to train and one to validate.");
        }
    }
}
