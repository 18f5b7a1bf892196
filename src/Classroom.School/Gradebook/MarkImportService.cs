using System.Globalization;
using Classroom.School.Assignments;
using Classroom.School.Audit;
using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Gradebook;

/// <summary>
/// Stores marks that were changed in a file. Each becomes a mark in place of the computed one, with a reason that names the file.
/// </summary>
public sealed class MarkImportService(IDbContextFactory<ClassroomDbContext> contexts, SchoolCalendar calendar, TimeProvider clock)
{
    /// <summary>More than a class can have.</summary>
    public const int MostChanges = 20_000;

    private static readonly Refusal ChangedMeanwhile = new Refusal.Conflict(
        "Someone else changed a mark at the same moment, so nothing was stored. Press Store again.");

    /// <summary>
    /// For the class's owner, its teachers and admins. What is not as it was when she looked is refused, line by line; all else is stored
    /// together.
    /// </summary>
    public async Task<Outcome<MarkImportResult>> StoreAsync(
        Actor actor, int classId, string fileName, IReadOnlyList<MarkChange> changes, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        if (changes.Count > MostChanges)
        {
            return new Refusal.Invalid("marks", $"A file changes at most {MostChanges} marks at once.");
        }

        var marks = await ClassMarks.ReadAsync(db, classId, calendar, cancellationToken);
        var ids = changes.Select(change => change.AssignmentId).Distinct().ToList();
        var own = await db.AssignmentStudents.Where(row => EF.Parameter(ids).Contains(row.AssignmentId))
            .ToDictionaryAsync(row => (row.AssignmentId, row.UserId), cancellationToken);
        var reason = await ReasonAsync(db, actor, fileName, cancellationToken);
        var refused = new List<RefusedMark>();
        var stored = 0;
        foreach (var change in changes.DistinctBy(change => (change.StudentId, change.AssignmentId)))
        {
            var student = marks.Student(change.StudentId);
            if (Fault(marks.Find(change.StudentId, change.AssignmentId), change) is { } fault)
            {
                refused.Add(new(change.Line, student?.DisplayName, fault));
                continue;
            }

            var row = own.GetValueOrDefault((change.AssignmentId, change.StudentId));
            var isNew = row is null;
            row ??= db.AssignmentStudents.Add(new() { AssignmentId = change.AssignmentId, UserId = change.StudentId }).Entity;
            var before = AssignmentStudentService.Mark(row);
            (row.Points, row.Reason) = (change.Points, reason);
            row.Version += isNew ? 1 : 0;
            db.Record(
                actor,
                clock,
                AuditAction.MarkChanged,
                student!.UserName,
                string.Create(CultureInfo.InvariantCulture, $"in assignment #{change.AssignmentId} of {locked.Value.Name}: ")
                    + $"{before} to {AssignmentStudentService.Mark(row)}");
            stored++;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new MarkImportResult(stored, refused);
        }
        catch (DbUpdateException)
        {
            return ChangedMeanwhile;
        }
    }

    /// <summary>Marks as a file shows them, in hundredths, are the same.</summary>
    public static bool IsSame(double? one, double? other) =>
        one is null ? other is null : other is { } there && Math.Abs(one.Value - there) < 0.005 + 1e-9;

    private static string? Fault(Mark? mark, MarkChange change) => mark switch
    {
        null => "This student or this assignment is not in the class.",
        { State: MarkState.NotAssigned } => "This student does not have this assignment.",
        { State: MarkState.Excused } => "This student is excused. Take that back in the gradebook first.",
        _ when !(change.Points >= 0 && change.Points <= Assignment.MostPoints) => $"Give points from 0 to {Assignment.MostPoints}.",
        _ when !IsSame(mark.Points, change.Seen) => "This mark was changed in the meantime. Upload the file again to see what it is now.",
        _ => null,
    };

    private static async Task<string> ReasonAsync(
        ClassroomDbContext db, Actor actor, string fileName, CancellationToken cancellationToken)
    {
        var name = string.Concat(fileName.Where(letter => !char.IsControl(letter))).Trim();
        var by = await db.Users.Where(user => user.Id == actor.UserId).Select(user => user.DisplayName).SingleAsync(cancellationToken);
        var file = name.Length > AssignmentStudent.LongestReason / 2 ? $"{name[..(AssignmentStudent.LongestReason / 2)]}…" : name;
        var reason = $"Imported from file {file} by {by}";
        return reason.Length > AssignmentStudent.LongestReason ? reason[..AssignmentStudent.LongestReason] : reason;
    }
}
