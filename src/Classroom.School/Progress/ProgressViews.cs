using Classroom.School.Assignments;
using Classroom.School.Experiments;
using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.School.Progress;

/// <summary>What a teacher sees of her class: one row a student, one cell an assignment, both in their lists' order.</summary>
public sealed record ClassProgress(string ClassName, IReadOnlyList<AssignmentDetails> Assignments, IReadOnlyList<StudentRow> Students);

/// <param name="Runs">All of her runs, those from the free lab too.</param>
public sealed record StudentRow(Person Student, IReadOnlyList<ProgressCell> Cells, int Runs, RunState? LastRun);

/// <summary>One student of a class, as her teacher sees her: one entry for each term in the curriculum's order.</summary>
/// <param name="Experiments">Those that she has begun, in the same order.</param>
public sealed record StudentProgress(
    Person Student, string ClassName, IReadOnlyList<TermProgress> Terms, IReadOnlyList<StudentTrial> Experiments);

/// <param name="Score">0 to 1, of the best or last graded attempt as the assignment says; null without one.</param>
/// <param name="Runs">Runs of the term's experiment.</param>
/// <param name="ExperimentDoneUtc">When she first did the term's experiment to its end; null before.</param>
public sealed record ProgressCell(DateTime? ReadUtc, double? Score, int Runs, RunState? LastRun, DateTime? ExperimentDoneUtc = null)
{
    public bool IsDone => ReadUtc is not null && Score is not null;
}

/// <summary>One term, as far as this person has come with it; the map of terms is drawn from these.</summary>
/// <param name="BestScore">0 to 1, of graded attempts; null without one.</param>
/// <param name="BestPractice">0 to 1, of submitted practice attempts; null without one.</param>
/// <param name="ExperimentDoneUtc">When she first did the term's experiment to its end; null before.</param>
public sealed record TermProgress(
    string Slug,
    TermState State,
    DateTime? ReadUtc,
    double? BestScore,
    double? BestPractice,
    int Runs,
    RunState? LastRun,
    DateTime? ExperimentDoneUtc = null);
