using Classroom.School.AccessTokens;
using Classroom.School.Audit;
using Classroom.School.CalendarFeeds;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.Sessions;
using Classroom.School.SignInCards;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Accounts;

/// <summary>
/// Resets and changes passwords; each ends all sign-ins of the person, and a reset revokes her access tokens too.
/// </summary>
/// <remarks>Identity's user manager lives in a scope of its own for each operation, never in a circuit's.</remarks>
public sealed class PasswordService(
    IServiceScopeFactory scopes, SessionService sessions, IDataProtectionProvider protection, TimeProvider clock)
{
    public const int LongestPassword = 128;

    private readonly CardSecrets cards = new(protection);

    /// <summary>
    /// Gives someone a new friendly password, unlocks her and signs her out everywhere. An admin may do it for everyone,
    /// the owner and the teachers of a current class for its students.
    /// </summary>
    public Task<Outcome<Credentials>> ResetAsync(Actor actor, int userId, CancellationToken cancellationToken = default) =>
        ResetAsync(actor, db => MayReset(db, actor), userId, null, cancellationToken);

    /// <summary>
    /// The same for a student of a current class, with the new password on a sign-in card instead of in the answer. For the class's
    /// owner, its teachers and admins.
    /// </summary>
    public async Task<Refusal?> ResetToCardAsync(
        Actor actor, int classId, int studentId, CancellationToken cancellationToken = default) =>
        (await ResetAsync(
            actor,
            db => db.Users.Where(user => user.Role == Role.Student && db.Classes.ManagedBy(actor).Current()
                .Any(c => c.Id == classId && c.Enrolments.Any(e => e.UserId == user.Id))),
            studentId,
            classId,
            cancellationToken)).Refusal;

    /// <summary>
    /// Someone gives herself another password. The current one is asked for, and wrong ones count as they do at sign-in:
    /// an unattended computer must not be the place to guess it. All her sign-ins end; the page begins a new one.
    /// </summary>
    public async Task<Refusal?> ChangeAsync(
        Actor actor, PasswordChange change, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        if (await users.FindByIdAsync($"{actor.UserId}") is not { } person)
        {
            return new Refusal.NotFound();
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (await users.IsLockedOutAsync(person))
        {
            return Locked(users);
        }

        var (current, wanted, again) = change;
        var faults = await NewPasswordFaultsAsync(users, person, wanted);
        if (wanted != again)
        {
            faults.Add(new Fault("again", "The two new passwords differ. Type the same one twice."));
        }

        if (string.IsNullOrEmpty(current))
        {
            faults.Insert(0, new Fault("current", "Type the password that you use now."));
        }
        else if (current.Length > LongestPassword || !await users.CheckPasswordAsync(person, current))
        {
            await users.AccessFailedAsync(person);
            if (await users.IsLockedOutAsync(person))
            {
                return Locked(users);
            }

            faults.Insert(0, new Fault("current", "This is not your current password. Check the capital letters."));
        }

        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        await users.ResetAccessFailedCountAsync(person);
        var changed = await users.ChangePasswordAsync(person, current!, wanted!);
        if (!changed.Succeeded)
        {
            return new Refusal.Conflict("Your account was changed in the meantime. Try again.");
        }

        // What is on it no longer works.
        await scope.ServiceProvider.GetRequiredService<ClassroomDbContext>().RemovePasswordAsync(person.Id, CancellationToken.None);
        await sessions.EndAllAsync(person.Id, CancellationToken.None);
        return null;
    }

    private async Task<Outcome<Credentials>> ResetAsync(
        Actor actor,
        Func<ClassroomDbContext, IQueryable<User>> mayReset,
        int userId,
        int? cardOf,
        CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClassroomDbContext>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var password = FriendlyPassword.New();
        var onCard = cardOf is null ? null : cards.Protect(password);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await mayReset(db).SingleOrDefaultAsync(user => user.Id == userId, cancellationToken) is not { } person)
        {
            return new Refusal.NotFound();
        }

        person.LockoutEnd = null;
        person.AccessFailedCount = 0;
        var removed = await users.RemovePasswordAsync(person);
        var added = removed.Succeeded ? await users.AddPasswordAsync(person, password) : removed;
        if (!added.Succeeded)
        {
            return new Refusal.Conflict($"{person.DisplayName}'s account was changed in the meantime. Try again.");
        }

        await db.RemovePasswordAsync(person.Id, cancellationToken);
        if (onCard is not null)
        {
            var card = new SignInCard
            {
                UserId = person.Id,
                ClassId = cardOf!.Value,
                ProtectedSecret = onCard,
                MadeUtc = clock.UtcNow(),
                MadeById = actor.UserId,
            };
            await db.AddCardsAsync([card], card.ClassId, cancellationToken);
        }

        await db.RevokeAllTokensAsync(actor, person.Id, person.UserName!, clock, cancellationToken);
        if (person.Role != Role.Student)
        {
            await db.TurnOffFeedAsync(actor, person.Id, person.UserName!, clock, cancellationToken);
        }

        db.Record(actor, clock, AuditAction.PasswordReset, person.UserName!);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await sessions.EndAllAsync(person.Id, CancellationToken.None);
        return new Credentials(Person.From(person), password);
    }

    private static async Task<List<Fault>> NewPasswordFaultsAsync(UserManager<User> users, User person, string? wanted)
    {
        if (wanted is null or "" or { Length: > LongestPassword })
        {
            return [new Fault("password", $"The new password needs {SchoolServices.ShortestPassword} to {LongestPassword} characters.")];
        }

        var faults = new List<Fault>();
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, person, wanted);
            faults.AddRange(result.Errors.Select(error => AccountFaults.ToFault(person, error)));
        }

        return faults;
    }

    private static Refusal.Conflict Locked(UserManager<User> users) => new(
        $"Too many wrong passwords. Wait {users.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes:0} minutes, then try again.");

    private static IQueryable<User> MayReset(ClassroomDbContext db, Actor actor)
    {
        var students = db.Classes.ManagedBy(actor).Current().SelectMany(c => c.Enrolments);
        return actor.Role == Role.Admin
            ? db.Users
            : db.Users.Where(user => user.Role == Role.Student && students.Any(e => e.UserId == user.Id));
    }
}
