namespace Classroom.Curriculum.Quizzes;

/// <summary>A question as one attempt shows it.</summary>
public sealed record PlannedQuestion
{
    public required Question Question { get; init; }

    /// <summary>
    /// What is shown where: at place i stands the choice, the right side of a pair, or the item whose index in the file is <c>Order[i]</c>.
    /// Empty for questions without anything to shuffle (true or false, number, short answer).
    /// </summary>
    public required IReadOnlyList<int> Order { get; init; }
}
