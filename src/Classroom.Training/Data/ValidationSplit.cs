namespace Classroom.Training.Data;

/// <summary>How an imported data set is divided: its last fifth is never trained on.</summary>
public static class ValidationSplit
{
    private const int OneIn = 5;

    /// <summary>How many of so many examples are for validation; at least one.</summary>
    public static int ExamplesFor(int examples) => Math.Max(1, examples / OneIn);
}
