namespace Classroom.School.Assignments;

/// <summary>Which graded attempt makes the score of an assignment.</summary>
public enum CountedAttempt
{
    Best,
    Last,
    First,

    /// <summary>All of them together.</summary>
    Mean,
}
