namespace Classroom.School.Progress;

/// <summary>Counts that differ once something in a class's progress differs. Cheap to read, and says nothing by itself.</summary>
public sealed record ProgressStamp
{
    public int Students { get; init; }

    public int Assignments { get; init; }

    /// <summary>Versions of assignments, and of what single students have that is different.</summary>
    public int Changes { get; init; }

    /// <summary>Assignments that were due.</summary>
    public int Due { get; init; }

    public int Attempts { get; init; }

    public int HandedIn { get; init; }

    public double Scores { get; init; }

    public int Readings { get; init; }

    public int Trials { get; init; }

    public int TrialsDone { get; init; }

    public int Runs { get; init; }

    public int RunsAtWork { get; init; }

    /// <summary>Runs that were handed in for tasks.</summary>
    public int Submissions { get; init; }

    public int Notes { get; init; }

    public int NotesShown { get; init; }
}
