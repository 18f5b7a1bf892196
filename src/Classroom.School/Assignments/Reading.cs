namespace Classroom.School.Assignments;

/// <summary>Someone has read a lesson to its end.</summary>
public sealed class Reading
{
    internal const int LongestSlug = 64;

    public int UserId { get; init; }

    public required string Slug { get; init; }

    public required DateTime ReadUtc { get; init; }
}
