using Classroom.School.Runs;

namespace Classroom.School.Progress;

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
