using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>The teachers of a class.</summary>
public sealed class ClassTeacherService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    /// <summary>An admin gives a class one more teacher; doing it twice is doing it once.</summary>
    public async Task<Refusal?> AddAsync(Actor actor, int classId, int teacherId, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Admin)
        {
            return new Refusal.NotFound();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Classes.SingleOrDefaultAsync(c => c.Id == classId, cancellationToken) is not { } found)
        {
            return new Refusal.NotFound();
        }

        var teacher = await db.Users.SingleOrDefaultAsync(user => user.Id == teacherId && user.Role != Role.Student, cancellationToken);
        if (teacher is null)
        {
            return new Refusal.Invalid([NotATeacher(teacherId)]);
        }

        if (await db.ClassTeachers.AnyAsync(t => t.ClassId == classId && t.UserId == teacherId, cancellationToken))
        {
            return null;
        }

        db.ClassTeachers.Add(new ClassTeacher { ClassId = classId, UserId = teacherId });
        db.Record(actor, clock, AuditAction.TeacherAdded, teacher.UserName!, $"to {found.Name}");
        return await db.SaveOrConflictAsync(cancellationToken);
    }

    /// <summary>An admin takes a class from a teacher; what was assigned stays.</summary>
    public async Task<Refusal?> RemoveAsync(Actor actor, int classId, int teacherId, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Admin)
        {
            return new Refusal.NotFound();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var teaching = await db.ClassTeachers.Include(t => t.User).Include(t => t.Class)
            .SingleOrDefaultAsync(t => t.ClassId == classId && t.UserId == teacherId, cancellationToken);
        if (teaching is null)
        {
            return new Refusal.NotFound();
        }

        db.ClassTeachers.Remove(teaching);
        db.Record(actor, clock, AuditAction.TeacherRemoved, teaching.User.UserName!, $"from {teaching.Class.Name}");
        return await db.SaveOrConflictAsync(cancellationToken);
    }

    internal static Fault NotATeacher(int id) => new("teachers", $"No teacher or admin has the number {id}. Create the teacher first.");
}
