using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>Lets students in who typed the code of a class with a waiting room, or not, and lets removed ones back in.</summary>
public sealed class WaitingRoomService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    private static readonly Refusal NobodyWaits = new Refusal.Conflict(
        "This student is no longer waiting. The lists below are up to date.");

    /// <summary>Null for anyone but the class's staff and admins.</summary>
    public async Task<WaitingRoom?> GetAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Classes.RunBy(actor).AnyAsync(c => c.Id == classId, cancellationToken))
        {
            return null;
        }

        var outside = await db.Enrolments.InAnyState()
            .Where(e => e.ClassId == classId && e.State != EnrolmentState.Enrolled)
            .Select(e => new
            {
                e.State,
                Entry = new RosterEntry(new Person(e.UserId, e.User.UserName!, e.User.DisplayName, e.User.Role), e.JoinedUtc),
            })
            .ToListAsync(cancellationToken);
        List<RosterEntry> Of(EnrolmentState state) =>
        [
            .. outside.Where(row => row.State == state).Select(row => row.Entry)
                .OrderBy(entry => entry.Student.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(entry => entry.Student.Id),
        ];
        return new WaitingRoom(Of(EnrolmentState.Waiting), Of(EnrolmentState.Removed));
    }

    /// <summary>
    /// Lets in one who waits, or one who was removed; whoever is in already stays in. For the class's owner, its teachers and admins.
    /// </summary>
    public Task<Refusal?> AdmitAsync(Actor actor, int classId, int studentId, CancellationToken cancellationToken = default) =>
        DecideAsync(actor, classId, [studentId], alone: true, EnrolmentState.Enrolled, cancellationToken);

    /// <summary>
    /// Does not let in one who waits; from then on the code does not help her. Refused where a co-teacher has just let her in: then she is
    /// a student to be removed. For the class's owner, its teachers and admins.
    /// </summary>
    public Task<Refusal?> RefuseAsync(Actor actor, int classId, int studentId, CancellationToken cancellationToken = default) =>
        DecideAsync(actor, classId, [studentId], alone: true, EnrolmentState.Removed, cancellationToken);

    /// <summary>
    /// Lets in everyone on a list, as far as she still waits: never anyone whom the teacher has not seen. For the class's owner, its
    /// teachers and admins.
    /// </summary>
    public Task<Refusal?> AdmitAllAsync(
        Actor actor, int classId, IReadOnlyCollection<int> studentIds, CancellationToken cancellationToken = default) =>
        DecideAsync(actor, classId, studentIds, alone: false, EnrolmentState.Enrolled, cancellationToken);

    /// <summary>Lets in nobody on a list, as far as she still waits. For the class's owner, its teachers and admins.</summary>
    public Task<Refusal?> RefuseAllAsync(
        Actor actor, int classId, IReadOnlyCollection<int> studentIds, CancellationToken cancellationToken = default) =>
        DecideAsync(actor, classId, studentIds, alone: false, EnrolmentState.Removed, cancellationToken);

    /// <param name="alone">One student is meant, whom this must be about; otherwise it is about all who still wait.</param>
    private async Task<Refusal?> DecideAsync(
        Actor actor,
        int classId,
        IReadOnlyCollection<int> studentIds,
        bool alone,
        EnrolmentState decision,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var meant = await db.Enrolments.InAnyState().Include(e => e.User)
            .Where(e => e.ClassId == classId && studentIds.Contains(e.UserId) && (alone || e.State == EnrolmentState.Waiting))
            .ToListAsync(cancellationToken);
        if (alone && (meant.Count == 0 || (decision, meant[0].State) is (EnrolmentState.Removed, EnrolmentState.Enrolled)))
        {
            return NobodyWaits;
        }

        foreach (var enrolment in meant.Where(e => e.State != decision))
        {
            var action = (decision, enrolment.State) switch
            {
                (EnrolmentState.Removed, _) => AuditAction.StudentRefused,
                (_, EnrolmentState.Waiting) => AuditAction.StudentAdmitted,
                _ => AuditAction.StudentPutBack,
            };
            enrolment.State = decision;
            db.Record(actor, clock, action, enrolment.User.UserName!, $"{locked.Value.Name} (#{classId})");
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
