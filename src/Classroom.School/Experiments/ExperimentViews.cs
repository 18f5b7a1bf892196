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

/// <param name="Question">Its place among the experiment's questions, from 0.</param>
/// <param name="Tries">Answers up to the right one.</param>
public sealed record TrialAnswer(int Question, string FirstAnswer, bool FirstRight, bool Right, int Tries);

/// <summary>What a teacher sees of a student's experiment: her newest trial that is done, or the newest where none is.</summary>
public sealed record StudentTrial(
    string Slug, string Prediction, DateTime PredictedUtc, DateTime? DoneUtc, IReadOnlyList<TrialAnswer> Answers);
