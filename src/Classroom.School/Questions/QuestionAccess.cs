using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.School.Questions;

/// <summary>Who may see and use a teacher's questions and quizzes, and who may change them.</summary>
internal static class QuestionAccess
{
    /// <summary>
    /// One's own and those of whoever one teaches a class with; all of them for an admin, none for a student. Not what is removed.
    /// </summary>
    public static IQueryable<OwnQuestion> VisibleTo(this IQueryable<OwnQuestion> questions, ClassroomDbContext db, Actor actor)
    {
        var current = questions.Where(question => question.RemovedUtc == null);
        var colleagues = db.ColleaguesOf(actor.UserId);
        return actor.Role switch
        {
            Role.Admin => current,
            Role.Teacher => current.Where(question => question.AuthorId == actor.UserId || colleagues.Contains(question.AuthorId)),
            _ => current.Where(_ => false),
        };
    }

    /// <summary>The same for a quiz that draws from them long after its author has signed out.</summary>
    public static IQueryable<OwnQuestion> UsableBy(this IQueryable<OwnQuestion> questions, ClassroomDbContext db, int userId)
    {
        var colleagues = db.ColleaguesOf(userId);
        return questions.Where(question => question.RemovedUtc == null
            && (question.AuthorId == userId || colleagues.Contains(question.AuthorId)
                || db.Users.Any(user => user.Id == userId && user.Role == Role.Admin)));
    }

    /// <summary>Only who wrote it may change it; others make a copy of their own.</summary>
    public static IQueryable<OwnQuestion> WrittenBy(this IQueryable<OwnQuestion> questions, Actor actor) => questions.Where(question =>
        question.RemovedUtc == null && question.AuthorId == actor.UserId && actor.Role != Role.Student);

    /// <summary>As for questions.</summary>
    public static IQueryable<OwnQuiz> VisibleTo(this IQueryable<OwnQuiz> quizzes, ClassroomDbContext db, Actor actor)
    {
        var current = quizzes.Where(quiz => quiz.RemovedUtc == null);
        var colleagues = db.ColleaguesOf(actor.UserId);
        return actor.Role switch
        {
            Role.Admin => current,
            Role.Teacher => current.Where(quiz => quiz.AuthorId == actor.UserId || colleagues.Contains(quiz.AuthorId)),
            _ => current.Where(_ => false),
        };
    }

    /// <summary>As for questions.</summary>
    public static IQueryable<OwnQuiz> WrittenBy(this IQueryable<OwnQuiz> quizzes, Actor actor) => quizzes.Where(quiz =>
        quiz.RemovedUtc == null && quiz.AuthorId == actor.UserId && actor.Role != Role.Student);

    // Assistants help with a class; they do not share in its teachers' material.
    private static IQueryable<int> ColleaguesOf(this ClassroomDbContext db, int userId) => db.ClassTeachers
        .Where(other => other.Role != ClassRole.Assistant
            && db.ClassTeachers.Any(own => own.ClassId == other.ClassId && own.UserId == userId && own.Role != ClassRole.Assistant))
        .Select(other => other.UserId);
}
