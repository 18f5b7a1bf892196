using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>
/// The staff of a class: its owner, teachers and assistants. A class with a staff has exactly one owner, and only
/// <see cref="ChangeRoleAsync"/> makes another one.
/// </summary>
public sealed class ClassTeacherService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    private static readonly UpperInvariantLookupNormalizer Names = new();

    private static readonly Refusal OwnerLast = new Refusal.Conflict(
        "This teacher owns the class. Make someone else its owner first.");

    /// <summary>An admin gives a class one more teacher; doing it twice is doing it once.</summary>
    public Task<Refusal?> AddAsync(Actor actor, int classId, int teacherId, CancellationToken cancellationToken = default)
    {
        IQueryable<User> Find(ClassroomDbContext db) => db.Users.Where(user => user.Id == teacherId);
        return actor.Role == Role.Admin
            ? AddAsync(actor, classId, Find, NotATeacher(teacherId), ClassRole.Teacher, cancellationToken)
            : Task.FromResult<Refusal?>(new Refusal.NotFound());
    }

    /// <summary>
    /// The owner of a class, or an admin, gives it one more teacher, by exactly her user name; doing it twice is doing it once. Nothing is
    /// told about anyone who is not a teacher.
    /// </summary>
    public Task<Refusal?> AddByNameAsync(
        Actor actor, int classId, string? userName, ClassRole role, CancellationToken cancellationToken = default)
    {
        var typed = userName?.Trim() ?? "";
        var fault = typed.Length == 0
            ? new Fault("userName", "Type the user name of your co-teacher.")
            : new Fault("userName", "No teacher has this user name. Ask your co-teacher how it is written.");
        // Nobody's name holds a control character, and PostgreSQL would refuse to look for it.
        var wanted = typed.HasControlCharacters() ? "" : Names.NormalizeName(typed);
        return AddAsync(actor, classId, db => db.Users.Where(user => user.NormalizedUserName == wanted), fault, role, cancellationToken);
    }

    /// <summary>
    /// Makes someone on the staff a teacher, an assistant, or the owner: then the one who was the owner is a teacher. For the owner and
    /// admins.
    /// </summary>
    public async Task<Refusal?> ChangeRoleAsync(
        Actor actor, int classId, int teacherId, ClassRole role, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.OwnedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var staff = await db.ClassTeachers.Include(t => t.User).Where(t => t.ClassId == classId).ToListAsync(cancellationToken);
        if (staff.Find(t => t.UserId == teacherId) is not { } member || !Enum.IsDefined(role))
        {
            return Enum.IsDefined(role) ? new Refusal.NotFound() : new Refusal.Invalid("role", "Choose owner, teacher or assistant.");
        }

        if (member.Role == role)
        {
            return null;
        }

        if (member.Role == ClassRole.Owner)
        {
            return OwnerLast;
        }

        if (role == ClassRole.Owner && staff.Find(t => t.Role == ClassRole.Owner) is { } owner)
        {
            Record(actor, locked.Value, owner, ClassRole.Teacher);
            // In a save of its own: never two owners, not even for a moment, says the index.
            await db.SaveChangesAsync(cancellationToken);
        }

        Record(actor, locked.Value, member, role);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;

        void Record(Actor actor, SchoolClass found, ClassTeacher whose, ClassRole after)
        {
            var what = $"from {whose.Role} to {after} of {found.Name} (#{found.Id})";
            db.Record(actor, clock, AuditAction.TeacherRoleChanged, whose.User.UserName!, what);
            whose.Role = after;
        }
    }

    /// <summary>
    /// Takes a class from one of its staff; what was assigned stays. For the owner and admins. The owner herself is the last to go, and
    /// only an admin can leave a class with nobody.
    /// </summary>
    public async Task<Refusal?> RemoveAsync(Actor actor, int classId, int teacherId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.OwnedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var staff = await db.ClassTeachers.Include(t => t.User).Where(t => t.ClassId == classId).ToListAsync(cancellationToken);
        if (staff.Find(t => t.UserId == teacherId) is not { } member)
        {
            return new Refusal.NotFound();
        }

        if (member.Role == ClassRole.Owner && (staff.Count > 1 || actor.Role != Role.Admin))
        {
            return OwnerLast;
        }

        db.ClassTeachers.Remove(member);
        db.Record(actor, clock, AuditAction.TeacherRemoved, member.User.UserName!, $"from {locked.Value.Name}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    internal static Fault NotATeacher(int id) => new("teachers", $"No teacher or admin has the number {id}. Create the teacher first.");

    /// <param name="role">For all but the first of a class, who owns it.</param>
    private async Task<Refusal?> AddAsync(
        Actor actor,
        int classId,
        Func<ClassroomDbContext, IQueryable<User>> whom,
        Fault nobody,
        ClassRole role,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.OwnedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var faults = new List<Fault>();
        var teacher = await whom(db).SingleOrDefaultAsync(user => user.Role != Role.Student, cancellationToken);
        if (teacher is null)
        {
            faults.Add(nobody);
        }

        if (role is not (ClassRole.Teacher or ClassRole.Assistant))
        {
            faults.Add(new Fault("role", "Choose teacher or assistant. Once on the staff, someone can be made the owner."));
        }

        if (teacher is null || faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        var staff = await db.ClassTeachers.Where(t => t.ClassId == classId).Select(t => t.UserId).ToListAsync(cancellationToken);
        if (staff.Contains(teacher.Id))
        {
            return null;
        }

        var given = staff.Count == 0 ? ClassRole.Owner : role;
        db.ClassTeachers.Add(new ClassTeacher { ClassId = classId, UserId = teacher.Id, Role = given });
        db.Record(actor, clock, AuditAction.TeacherAdded, teacher.UserName!, $"to {locked.Value.Name} as {given}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
