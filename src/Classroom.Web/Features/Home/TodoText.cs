using Classroom.Naming;
using Classroom.School;
using Classroom.School.Home;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Home;

/// <summary>What a teacher is needed for, in words, and where she does it.</summary>
public static class TodoText
{
    /// <summary>The groups of her list, the most urgent first.</summary>
    public static string Group(TodoKind kind) => kind switch
    {
        TodoKind.LetIn or TodoKind.AnswerRegrade or TodoKind.GiveFeedback => "Students are waiting for you",
        TodoKind.PostMarks => "Marks to post",
        TodoKind.Overdue => "Overdue",
        _ => "Due today or tomorrow",
    };

    public static string Title(Todo todo, Curriculum.Curriculum curriculum) =>
        todo.Assignment is null ? "Waiting room" : AssignmentName.For(todo.Assignment, curriculum);

    /// <summary>What comes behind the class's name.</summary>
    public static string When(Todo todo, SchoolCalendar calendar) => (todo.Kind, todo.DueUtc) switch
    {
        (TodoKind.Overdue or TodoKind.NotBegun, { } due) => FriendlyDate.Due(due, calendar.In(todo.Assignment!.TimeZone)),
        (TodoKind.PostMarks, _) => $"due {FriendlyDate.Day(todo.Assignment!.DueUtc, calendar.In(todo.Assignment.TimeZone))}",
        _ => "",
    };

    public static string Count(Todo todo) => todo.Kind switch
    {
        TodoKind.LetIn => $"{Counted.Format(todo.Count, "student")} waiting to be let in",
        TodoKind.AnswerRegrade => $"{Counted.Format(todo.Count, "regrade request")} to answer",
        TodoKind.GiveFeedback => $"{todo.Count} of {todo.Of} handed in, no feedback yet",
        TodoKind.PostMarks => $"{todo.Count} of {todo.Of} handed in, marks held",
        TodoKind.Overdue => $"{todo.Count} of {todo.Of} not handed in",
        _ => $"{todo.Count} of {todo.Of} not begun",
    };

    /// <summary>As <c>StatusPill</c> has it.</summary>
    public static string Pill(TodoKind kind) => kind switch
    {
        TodoKind.LetIn or TodoKind.AnswerRegrade or TodoKind.GiveFeedback or TodoKind.PostMarks => "accent",
        TodoKind.Overdue => "warn",
        _ => "",
    };

    public static string Address(Todo todo)
    {
        var ofClass = $"/classes/{todo.ClassId}";
        return (todo.Kind, todo.StudentId) switch
        {
            (TodoKind.LetIn, _) => $"{ofClass}/roster#waiting",
            (TodoKind.AnswerRegrade, _) => $"{ofClass}/assignments/{todo.Assignment!.Id}/regrade",
            (TodoKind.GiveFeedback, { } student) => $"{ofClass}/gradebook/{todo.Assignment!.Id}/{student}",
            (TodoKind.PostMarks, _) => $"{ofClass}/gradebook",
            _ => $"{ofClass}/progress",
        };
    }
}
