using Classroom.School.Runs;

namespace Classroom.School.Experiments;

/// <summary>A trial with everything its page shows.</summary>
/// <param name="Answers">In the questions' order; a question without an answer is not among them.</param>
/// <param name="Runs">In the order in which they were made.</param>
public sealed record TrialView(
    Guid Id,
    string Prediction,
    DateTime CreatedUtc,
    DateTime? DoneUtc,
    IReadOnlyList<TrialAnswer> Answers,
    IReadOnlyList<RunSummary> Runs);
