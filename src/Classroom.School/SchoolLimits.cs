namespace Classroom.School;

public sealed record SchoolLimits
{
    /// <summary>Runs of one student that may train at the same time.</summary>
    public int TrainingRunsPerStudent { get; init; } = 1;

    /// <summary>Further runs of that student that may wait for their turn.</summary>
    public int WaitingRunsPerStudent { get; init; } = 3;

    /// <summary>Examples in one uploaded data set.</summary>
    public int DataSetExamples { get; init; } = 100_000;

    /// <summary>Size of one uploaded data set, unpacked, in bytes.</summary>
    public long DataSetBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>Size of all data sets that one person has stored, unpacked, in bytes.</summary>
    public long DataSetBytesPerPerson { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Size of all pictures in questions that one person has stored, in bytes.</summary>
    public long QuestionPictureBytesPerPerson { get; init; } = 100L * 1024 * 1024;
}
