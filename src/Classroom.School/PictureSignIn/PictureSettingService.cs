using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.SignInCards;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.PictureSignIn;

/// <summary>Whether students of a class sign in with pictures, and the code of the page where they do.</summary>
public sealed class PictureSettingService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    private static readonly Refusal IsOff = new Refusal.Conflict("Signing in with pictures is off in this class. Turn it on first.");

    /// <summary>
    /// For the class's owner, its teachers and admins. All pictures of the class are void where anything changes; doing it twice is doing it
    /// once.
    /// </summary>
    public async Task<Refusal?> SetModeAsync(Actor actor, int classId, PictureMode mode, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        if (!Enum.IsDefined(mode))
        {
            return new Refusal.Invalid("mode", "Choose how the students sign in: with a password, with one picture, or with two.");
        }

        var there = await db.ClassPictures.SingleOrDefaultAsync(c => c.ClassId == classId, cancellationToken);
        var before = there?.Mode ?? PictureMode.Off;
        if (before == mode)
        {
            return null;
        }

        await db.PictureSecrets.Where(secret => secret.ClassId == classId).ExecuteDeleteAsync(cancellationToken);
        await db.RemovePicturesAsync(classId, cancellationToken);
        if (there is null)
        {
            db.ClassPictures.Add(new ClassPictures { ClassId = classId, Code = PictureCode.New(), Mode = mode });
        }
        else if (mode == PictureMode.Off)
        {
            db.ClassPictures.Remove(there);
        }
        else
        {
            there.Mode = mode;
        }

        db.Record(
            actor, clock, AuditAction.PicturesChanged, locked.Value.Name, $"(#{classId}): {Say(before)} to {Say(mode)}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>
    /// A new code, for the class's owner, its teachers and admins. The old address and the codes on printed cards stop working at once; the
    /// pictures stay.
    /// </summary>
    public async Task<Refusal?> RenewCodeAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        if (await db.ClassPictures.SingleOrDefaultAsync(c => c.ClassId == classId, cancellationToken) is not { } found)
        {
            return IsOff;
        }

        found.Code = PictureCode.New();
        db.Record(actor, clock, AuditAction.PictureCodeRenewed, locked.Value.Name, $"(#{classId})");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static string Say(PictureMode mode) => mode switch
    {
        PictureMode.Off => "off",
        PictureMode.One => "one picture",
        _ => "two pictures",
    };
}
