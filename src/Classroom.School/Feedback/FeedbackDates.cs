using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Feedback;

/// <summary>When the last note was written to whom about which assignment, read once for whole classes.</summary>
internal sealed class FeedbackDates
{
    private readonly Dictionary<(int StudentId, int AssignmentId), DateTime> last;

    private FeedbackDates(Dictionary<(int, int), DateTime> last) => this.last = last;

    public static async Task<FeedbackDates> ReadAsync(
        ClassroomDbContext db, IQueryable<SchoolClass> classes, CancellationToken cancellationToken) =>
        new(await db.FeedbackNotes
            .Where(note => classes.Any(c => c.Id == note.ClassId) && note.WithdrawnUtc == null && note.AssignmentId != null)
            .GroupBy(note => new { note.StudentId, note.AssignmentId })
            .Select(notes => new { notes.Key.StudentId, notes.Key.AssignmentId, LastUtc = notes.Max(note => note.WrittenUtc) })
            .ToDictionaryAsync(notes => (notes.StudentId, notes.AssignmentId!.Value), notes => notes.LastUtc, cancellationToken));

    public DateTime? LastUtc(int studentId, int assignmentId) =>
        last.TryGetValue((studentId, assignmentId), out var utc) ? utc : null;
}
