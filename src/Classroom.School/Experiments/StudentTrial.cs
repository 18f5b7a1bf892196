namespace Classroom.School.Experiments;

/// <summary>What a teacher sees of a student's experiment: her newest trial that is done, or the newest where none is.</summary>
public sealed record StudentTrial(
    string Slug, string Prediction, DateTime PredictedUtc, DateTime? DoneUtc, IReadOnlyList<TrialAnswer> Answers);
