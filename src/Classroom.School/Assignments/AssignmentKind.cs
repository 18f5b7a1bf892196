namespace Classroom.School.Assignments;

public enum AssignmentKind
{
    /// <summary>Read the lesson and hand in its graded quiz.</summary>
    Lesson,
}
