namespace Classroom.School.ItemAnalysis;

/// <summary>Which of a student's graded attempts at a quiz are looked at.</summary>
public enum AttemptChoice
{
    /// <summary>Nobody has seen the answers yet.</summary>
    First,
    Last,

    /// <summary>Of equal ones, the first.</summary>
    Best,
    All,
}
