using Classroom.Naming;

namespace Classroom.Training.Data.Import;

/// <summary>One import while it goes on: what was asked for, what is allowed, and what has been found wrong.</summary>
internal sealed record Upload(ImportOptions Options, ImportLimits Limits, CancellationToken Cancellation)
{
    private const int LongestShown = 80;

    public ImportFaults Faults { get; } = new();

    /// <summary>What has to be decided first.</summary>
    public List<ImportQuestion> Questions { get; } = [];

    /// <summary>Set as soon as it is known.</summary>
    public DataSetReading? Reading { get; set; }

    public ImportSample? Sample { get; set; }

    public bool IsFaulty => Faults.Count > 0;

    /// <summary>Neither faults nor questions: the data set can be made.</summary>
    public bool IsPlain => !IsFaulty && Questions.Count == 0;

    /// <summary>The data set's own text names the files, of which a browser may say anything.</summary>
    public static string Shown(string file) => ImportFaults.Shown(file, LongestShown);

    /// <summary>How the examples are divided, in words.</summary>
    public static string SplitInWords(ExampleSplit split) => split.Kind == SplitKind.Folders
        ? $"Divided as the folders say: {split.Train:N0} to train on, {split.Validation:N0} for validation."
        : $"Shuffled, always the same way; a fifth of each class ({split.Validation:N0} in all) is for validation.";

    /// <param name="file">Its name.</param>
    /// <param name="examples">How many it holds.</param>
    /// <param name="one">What one of them is called.</param>
    public void CheckCount(string file, long examples, string one)
    {
        if (examples < 2)
        {
            Faults.Add(file, $"The file holds {Counted.Format(examples, one)}; at least 2 are needed, one to train and one to validate.");
        }
    }
}
