using Classroom.School.Classes;

namespace Classroom.School.Home;

/// <summary>What needs a teacher today, and what is coming, in all the classes that she teaches.</summary>
/// <param name="Classes">By name.</param>
/// <param name="Todos">By urgency, then by date.</param>
/// <param name="Coming">By class and due date.</param>
public sealed record TeacherDay(
    IReadOnlyList<ClassSummary> Classes, IReadOnlyList<Todo> Todos, ILookup<int, ComingAssignment> Coming);
