namespace Classroom.Curriculum.Lessons;

/// <summary>A term's lesson at both reading levels.</summary>
public sealed record Lesson
{
    /// <summary>Grades 5 to 8.</summary>
    public required LessonLevel Core { get; init; }

    /// <summary>Grades 9 to 12, with formulas.</summary>
    public required LessonLevel Deep { get; init; }
}
