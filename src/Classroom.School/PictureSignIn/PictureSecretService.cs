using Classroom.School.Accounts;
using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.Sessions;
using Classroom.School.SignInCards;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.PictureSignIn;

/// <summary>
/// Gives students their pictures, each drawn by lot and put on a sign-in card, and lets them try again after wrong ones. All of it is for the
/// owner of the class, its teachers and admins.
/// </summary>
/// <remarks>Identity's hasher lives in a scope of its own for each operation, never in a circuit's.</remarks>
public sealed class PictureSecretService(
    IServiceScopeFactory scopes, SessionService sessions, IDataProtectionProvider protection, HashingTurns turns, TimeProvider clock)
{
    private static readonly Refusal IsOff = new Refusal.Conflict("Signing in with pictures is off in this class. Turn it on first.");

    private static readonly Refusal ChangedMeanwhile = new Refusal.Conflict(
        "Someone else changed the pictures of this class in the meantime. Nothing was stored: load the page again.");

    private readonly CardSecrets cards = new(protection);

    /// <summary>New pictures for one student, who is signed out everywhere where she had others.</summary>
    public Task<Refusal?> GiveAsync(Actor actor, int classId, int studentId, CancellationToken cancellationToken = default) =>
        GiveAsync(actor, classId, (student, _) => student == studentId, isForOne: true, cancellationToken);

    /// <summary>Pictures for every student who has none.</summary>
    public Task<Refusal?> GiveToMissingAsync(Actor actor, int classId, CancellationToken cancellationToken = default) =>
        GiveAsync(actor, classId, (_, hash) => hash is null, isForOne: false, cancellationToken);

    /// <summary>New pictures for every student.</summary>
    public Task<Refusal?> GiveToAllAsync(Actor actor, int classId, CancellationToken cancellationToken = default) =>
        GiveAsync(actor, classId, (_, _) => true, isForOne: false, cancellationToken);

    /// <summary>Lets a student try again at once.</summary>
    public async Task<Refusal?> FreeAsync(Actor actor, int classId, int studentId, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClassroomDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        var userName = await Students(db, classId).Where(user => user.Id == studentId).Select(user => user.UserName)
            .SingleOrDefaultAsync(cancellationToken);
        if (!locked.Succeeded || userName is null)
        {
            return locked.Refusal ?? new Refusal.NotFound();
        }

        var secret = db.PictureSecrets.Where(secret => secret.ClassId == classId && secret.UserId == studentId);
        if (await PictureThrottle.ClearAsync(secret.Where(one => one.WrongInARow > 0), cancellationToken))
        {
            db.Record(actor, clock, AuditAction.PicturesFreed, userName, $"in {locked.Value.Name} (#{classId})");
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return null;
    }

    /// <summary>Ends the pause of the whole class.</summary>
    public async Task<Refusal?> FreeClassAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClassroomDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        if (await PictureThrottle.ClearClassAsync(db.ClassPictures.Where(c => c.ClassId == classId && c.Wrong > 0), cancellationToken))
        {
            db.Record(actor, clock, AuditAction.PicturesFreed, locked.Value.Name, $"(#{classId})");
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return null;
    }

    private async Task<Refusal?> GiveAsync(
        Actor actor, int classId, Func<int, string?, bool> isWanted, bool isForOne, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClassroomDbContext>();
        if (await db.Classes.ManagedBy(actor).AsNoTracking().SingleOrDefaultAsync(c => c.Id == classId, cancellationToken) is not { } seen)
        {
            return new Refusal.NotFound();
        }

        var people = (await ReadAsync(db, classId, cancellationToken)).Where(person => isWanted(person.Id, person.Hash)).ToList();
        if (people.Count == 0 && isForOne)
        {
            return new Refusal.NotFound();
        }

        if (seen.ArchivedUtc is not null)
        {
            return ClassChanges.Archived;
        }

        if (await ModeAsync(db, classId, cancellationToken) is not { } mode)
        {
            return IsOff;
        }

        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<User>>();
        var made = await turns.TakeAsync(
            () => people.ConvertAll(person => Make(hasher, person, mode == PictureMode.Two ? 2 : 1, cancellationToken)), cancellationToken);
        return made is null ? HashingTurns.TooManyWait : await StoreAsync(db, actor, classId, mode, made, cancellationToken);
    }

    private async Task<Refusal?> StoreAsync(
        ClassroomDbContext db, Actor actor, int classId, PictureMode mode, List<NewPictures> made, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        // What was read before is as it was, or somebody who was removed, or given pictures on another page, gets other ones.
        var now = await ReadAsync(db, classId, cancellationToken);
        if (await ModeAsync(db, classId, cancellationToken) != mode || made.Any(one => !now.Contains(one.Student)))
        {
            return ChangedMeanwhile;
        }

        var ids = made.ConvertAll(one => one.Student.Id);
        await db.PictureSecrets.Where(secret => secret.ClassId == classId && ids.Contains(secret.UserId))
            .ExecuteDeleteAsync(cancellationToken);
        var time = clock.UtcNow();
        db.PictureSecrets.AddRange(made.Select(
            one => new PictureSecret { ClassId = classId, UserId = one.Student.Id, Hash = one.Hash, MadeUtc = time }));
        await db.AddCardsAsync(
            made.ConvertAll(one => new SignInCard
            {
                UserId = one.Student.Id,
                ClassId = classId,
                ProtectedPictures = one.Protected,
                MadeUtc = time,
                MadeById = actor.UserId,
            }),
            classId,
            cancellationToken);
        foreach (var one in made)
        {
            var again = one.Student.Hash is null ? "" : "new ones, ";
            db.Record(actor, clock, AuditAction.PicturesGiven, one.Student.UserName, $"{again}in {locked.Value.Name} (#{classId})");
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var one in made.Where(one => one.Student.Hash is not null))
        {
            await sessions.EndAllAsync(one.Student.Id, CancellationToken.None);
        }

        return null;
    }

    private NewPictures Make(IPasswordHasher<User> hasher, PictureStudentRow student, int count, CancellationToken cancellationToken)
    {
        string text;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            text = SecretPictures.ToText(SecretPictures.New(count));
        }
        while (student.Hash is { } old && hasher.VerifyHashedPassword(null!, old, text) != PasswordVerificationResult.Failed);
        return new(student, hasher.HashPassword(null!, text), cards.Protect(text));
    }

    private static IQueryable<User> Students(ClassroomDbContext db, int classId) => db.Enrolments
        .Where(enrolment => enrolment.ClassId == classId && enrolment.User.Role == Role.Student).Select(enrolment => enrolment.User);

    private static Task<List<PictureStudentRow>> ReadAsync(ClassroomDbContext db, int classId, CancellationToken cancellationToken) =>
        Students(db, classId).OrderBy(user => user.Id)
            .Select(user => new PictureStudentRow(
                user.Id,
                user.UserName!,
                db.PictureSecrets.Where(secret => secret.ClassId == classId && secret.UserId == user.Id).Select(secret => secret.Hash)
                    .SingleOrDefault()))
            .ToListAsync(cancellationToken);

    private static async Task<PictureMode?> ModeAsync(ClassroomDbContext db, int classId, CancellationToken cancellationToken) =>
        await db.ClassPictures.Where(c => c.ClassId == classId).Select(c => (PictureMode?)c.Mode).SingleOrDefaultAsync(cancellationToken);

    private sealed record NewPictures(PictureStudentRow Student, string Hash, string Protected);
}
