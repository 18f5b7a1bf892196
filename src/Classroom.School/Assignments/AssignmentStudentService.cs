using System.Globalization;
using Classroom.School.Audit;
using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>Other dates, more attempts, being excused, and the mark that a teacher gives, each for one student of one assignment.</summary>
public sealed class AssignmentStudentService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock, IDeadlines deadlines)
{
    private static readonly Refusal ChangedMeanwhile = new Refusal.Conflict(
        "Someone else changed this student's mark or dates in the meantime. Load the page again, then repeat your change.");

    /// <summary>For the class's teachers and admins, and for a student who is in the class; null otherwise.</summary>
    public async Task<StoredStudentSettings?> FindAsync(
        Actor actor, int assignmentId, int studentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Assignments.RunBy(db, actor).AsNoTracking()
            .Where(a => a.Id == assignmentId && a.Class.Enrolments.Any(e => e.UserId == studentId))
            .Select(a => new { Own = a.Students.SingleOrDefault(own => own.UserId == studentId) })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : From(found.Own ?? new());
    }

    /// <summary>
    /// For the class's owner, its teachers and admins, and for a student who is in the class. An attempt that is under way gets the new time at once.
    /// </summary>
    /// <param name="version">The <see cref="AssignmentStudent.Version"/> that the person saw; null to replace whatever is there.</param>
    public async Task<Refusal?> SetAsync(
        Actor actor,
        int assignmentId,
        int studentId,
        StudentSettings wanted,
        int? version = null,
        CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockPersonAsync(studentId, cancellationToken);
        var found = await db.Assignments.ManagedBy(db, actor)
            .Where(a => a.Id == assignmentId)
            .Select(a => new
            {
                Assignment = a,
                Class = a.Class.Name,
                a.Class.ArchivedUtc,
                Student = a.Class.Enrolments.Where(e => e.UserId == studentId).Select(e => e.User.UserName).SingleOrDefault(),
                Own = a.Students.SingleOrDefault(own => own.UserId == studentId),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found?.Student is null)
        {
            return new Refusal.NotFound();
        }

        if (found.ArchivedUtc is not null)
        {
            return ClassChanges.Archived;
        }

        if (StudentFaults.Find(wanted, found.Assignment) is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        if (version is not null && version != (found.Own?.Version ?? 0))
        {
            return ChangedMeanwhile;
        }

        var own = found.Own ?? db.AssignmentStudents.Add(new() { AssignmentId = assignmentId, UserId = studentId }).Entity;
        var (dates, mark) = (Dates(own), Mark(own));
        own.DueUtc = wanted.DueUtc?.ToMicroseconds();
        own.ClosesUtc = wanted.ClosesUtc?.ToMicroseconds();
        own.AttemptsAllowed = wanted.AttemptsAllowed;
        own.IsExcused = wanted.IsExcused;
        own.Points = wanted.Points;
        own.Reason = Text(wanted.Reason);
        own.Comment = Text(wanted.Comment);
        own.Version += found.Own is null ? 1 : 0;
        var where = $"in assignment #{assignmentId} of {found.Class}";
        if (dates != Dates(own))
        {
            db.Record(actor, clock, AuditAction.ExceptionChanged, found.Student, $"{where}: {dates} to {Dates(own)}");
        }

        if (mark != Mark(own))
        {
            db.Record(actor, clock, AuditAction.MarkChanged, found.Student, $"{where}: {mark} to {Mark(own)}");
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Whoever changes the assignment at this moment may choose its students, and so writes the same row.
            return ChangedMeanwhile;
        }

        await deadlines.FollowAsync(db, assignmentId, studentId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static StoredStudentSettings From(AssignmentStudent own) => new(
        new()
        {
            DueUtc = own.DueUtc,
            ClosesUtc = own.ClosesUtc,
            AttemptsAllowed = own.AttemptsAllowed,
            IsExcused = own.IsExcused,
            Points = own.Points,
            Reason = own.Reason,
            Comment = own.Comment,
        },
        own.Version);

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    internal static string Dates(AssignmentStudent own) => string.Create(
        CultureInfo.InvariantCulture,
        $"due {AssignmentText.Say(own.DueUtc)}, closes {AssignmentText.Say(own.ClosesUtc)}, "
            + $"attempts {own.AttemptsAllowed?.ToString(CultureInfo.InvariantCulture) ?? "–"}, excused {(own.IsExcused ? "yes" : "no")}");

    /// <summary>The mark that a teacher gave, for the audit log.</summary>
    internal static string Mark(AssignmentStudent own) => string.Create(
        CultureInfo.InvariantCulture,
        $"points {own.Points?.ToString(CultureInfo.InvariantCulture) ?? "computed"}, reason “{own.Reason}”, comment “{own.Comment}”");
}
