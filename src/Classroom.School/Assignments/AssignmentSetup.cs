namespace Classroom.School.Assignments;

/// <summary>An assignment with whom it is for, as its teachers set it.</summary>
/// <param name="Students">Null for the whole class.</param>
public sealed record AssignmentSetup(AssignmentDetails Assignment, IReadOnlyList<int>? Students)
{
    /// <summary>All that can be changed, as it stands.</summary>
    public AssignmentSettings ToSettings() => new()
    {
        Title = Assignment.Title,
        OpensUtc = Assignment.OpensUtc,
        DueUtc = Assignment.DueUtc,
        ClosesUtc = Assignment.ClosesUtc,
        Counts = Assignment.Counts,
        Points = Assignment.Points,
        AttemptsAllowed = Assignment.AttemptsAllowed,
        Minutes = Assignment.Minutes,
        Late = Assignment.Late,
        Students = Students,
        ScoresFrom = Assignment.ScoresFrom,
        AnswersFrom = Assignment.AnswersFrom,
        CategoryId = Assignment.CategoryId,
        AfterId = Assignment.AfterId,
        AfterPercent = Assignment.AfterPercent,
        ListId = Assignment.List?.ListId,
        IsDraft = Assignment.IsDraft,
        Instructions = Assignment.Instructions,
        ConfigJson = Assignment.ConfigJson,
        Goal = Assignment.Goal,
    };
}
