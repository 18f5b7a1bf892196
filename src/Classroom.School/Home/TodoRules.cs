using Classroom.School.Assignments;

namespace Classroom.School.Home;

/// <summary>What an assignment needs of its teacher; one place that decides it.</summary>
internal static class TodoRules
{
    /// <summary>Days after which nobody is reminded of what has closed.</summary>
    public const int DaysAfterClosing = 14;

    /// <param name="assignment">As the class has it, no draft.</param>
    /// <param name="className">For the list.</param>
    /// <param name="students">Those of the class who have it, without the excused.</param>
    /// <param name="mayPost">The teacher may post marks: not an assistant.</param>
    /// <param name="clocks">Of the class.</param>
    public static IEnumerable<Todo> For(
        AssignmentDetails assignment, string className, IReadOnlyList<StudentStanding> students, bool mayPost, SchoolCalendar clocks)
    {
        var now = clocks.NowUtc;
        var isReady = assignment.PostedUtc is null && students.Any(student => student.HasHandedIn)
            && students.All(student => student.HasHandedIn || student.Mine.DueUtc < now);
        if (isReady && mayPost)
        {
            yield return Of(TodoKind.PostMarks, [.. students.Where(student => student.HasHandedIn)]);
        }
        else if (students.Where(student => IsToRead(student, assignment)).ToList() is { Count: > 0 } toRead)
        {
            yield return Of(TodoKind.GiveFeedback, toRead);
        }

        if (students.Where(student => IsOverdue(student, clocks)).ToList() is { Count: > 0 } overdue)
        {
            yield return Of(TodoKind.Overdue, overdue);
        }

        if (!(now < assignment.OpensUtc)
            && students.Where(student => !student.IsBegun && IsDueSoon(student, clocks)).ToList() is { Count: > 0 } notBegun)
        {
            yield return Of(TodoKind.NotBegun, notBegun);
        }

        Todo Of(TodoKind kind, List<StudentStanding> counted) =>
            new(kind, assignment.ClassId, className, assignment, counted.Count, students.Count)
            {
                DueUtc = counted.Min(student => student.Mine.DueUtc),
                StudentId = counted[0].StudentId,
            };
    }

    /// <summary>Whoever has posted the marks or has written to her since has seen it.</summary>
    private static bool IsToRead(StudentStanding student, AssignmentDetails assignment) => student.HandedInUtc is { } handedIn
        && !(student.NotedUtc >= handedIn) && !(assignment.PostedUtc >= handedIn);

    private static bool IsOverdue(StudentStanding student, SchoolCalendar clocks) => !student.HasHandedIn
        && student.Mine.DueUtc < clocks.NowUtc
        && !(student.Mine.ClosesUtc is { } closed && clocks.DaysBetween(closed, clocks.NowUtc) > DaysAfterClosing);

    private static bool IsDueSoon(StudentStanding student, SchoolCalendar clocks) => !student.HasHandedIn
        && student.Mine.DueUtc >= clocks.NowUtc && clocks.DaysBetween(clocks.NowUtc, student.Mine.DueUtc) <= 1;
}
