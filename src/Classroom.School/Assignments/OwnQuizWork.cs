using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>Assignments whose work is a quiz that a teacher made.</summary>
internal static class OwnQuizWork
{
    public static async Task<IReadOnlyList<Fault>> FindFaultsAsync(
        ClassroomDbContext db, Actor actor, NewAssignment wanted, CancellationToken cancellationToken)
    {
        var id = OwnQuiz.IdOf(wanted.Slug);
        return !await db.OwnQuizzes.VisibleTo(db, actor).AnyAsync(quiz => quiz.Id == id, cancellationToken)
                ? [new("quiz", "There is no such quiz that you can use. Choose one of your own, or a lesson.")]
            : wanted.Kind != AssignmentKind.Quiz ? [new("kind", "A quiz of your own can only be assigned as a quiz.")]
            : [];
    }

    /// <summary>Gives the assignment the quiz's title where it has none: there is no term that would say its name.</summary>
    public static async Task NameAsync(ClassroomDbContext db, Assignment assignment, CancellationToken cancellationToken)
    {
        if (assignment.Title is null && OwnQuiz.IdOf(assignment.Slug) is { } id)
        {
            assignment.Title = await db.OwnQuizzes.Where(quiz => quiz.Id == id).Select(quiz => quiz.Title)
                .SingleOrDefaultAsync(cancellationToken);
        }
    }
}
