using Classroom.School.Assignments;
using Classroom.School.Questions;

namespace Classroom.Web.Shared;

/// <summary>What an assignment is called, and where the work on it is done.</summary>
public static class AssignmentName
{
    /// <summary>Its title, or else its term's name.</summary>
    public static string For(AssignmentDetails assignment, Curriculum.Curriculum curriculum) =>
        assignment.NameIn(curriculum);

    public static string Kind(AssignmentKind kind) => kind switch
    {
        AssignmentKind.Lesson => "Lesson and quiz",
        AssignmentKind.Quiz => "Quiz",
        AssignmentKind.Task => "Lab task",
        _ => "Experiment",
    };

    /// <summary>The page on which a student begins.</summary>
    public static string Address(AssignmentDetails assignment) => assignment.Kind switch
    {
        AssignmentKind.Lesson => $"/glossary/{assignment.Slug}",
        AssignmentKind.Quiz => $"/quiz/{assignment.Slug}?mode=graded",
        AssignmentKind.Task => $"/tasks/{assignment.Id}",
        _ => $"/lab/{assignment.Slug}",
    };

    /// <summary>Where the teacher looks at what is assigned: the lesson, or the quiz that a teacher made.</summary>
    public static string WorkAddress(AssignmentDetails assignment) =>
        OwnQuiz.IdOf(assignment.Slug) is { } quiz ? $"/quizzes/{quiz}" : $"/glossary/{assignment.Slug}";

    public static string Counted(CountedAttempt counts) => counts switch
    {
        CountedAttempt.Best => "best attempt counts",
        CountedAttempt.Last => "last attempt counts",
        CountedAttempt.First => "first attempt counts",
        _ => "mean of all attempts counts",
    };
}
