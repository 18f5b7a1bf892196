using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.School.Feedback;

internal static class FeedbackAccess
{
    /// <summary>
    /// Those that the actor may read: a student what was written to her in a class that she is in, everyone else what was written to the
    /// students of the classes on whose staff she is. Withdrawn ones nobody.
    /// </summary>
    public static IQueryable<FeedbackNote> VisibleTo(this IQueryable<FeedbackNote> notes, ClassroomDbContext db, Actor actor)
    {
        var classes = db.Classes.VisibleTo(actor);
        return notes.Where(note => note.WithdrawnUtc == null
            && (actor.Role != Role.Student || note.StudentId == actor.UserId)
            && classes.Any(c => c.Id == note.ClassId && c.Enrolments.Any(e => e.UserId == note.StudentId)));
    }
}
