using System.Security.Claims;
using Classroom.School;
using Classroom.School.Accounts;
using Classroom.School.People;
using Classroom.School.PictureSignIn;
using Classroom.School.Sessions;
using Classroom.School.SignInCards;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Features.Account;

/// <summary>
/// Signs people in by name and password, or students with pictures, and out again. A wrong password, a name that does not exist and one
/// that is locked are answered in the same words after the same work, so that nobody can find out who has an account.
/// </summary>
public sealed class SignInService(
    SignInManager<User> signIn,
    UserManager<User> users,
    PictureEntrance pictures,
    SessionService sessions,
    IDbContextFactory<ClassroomDbContext> contexts)
{
    // Hashed once: checking it costs an unknown name the time that a known one costs.
    private static readonly Lazy<string> DecoyHash = new(() => new PasswordHasher<User>().HashPassword(null!, Guid.NewGuid().ToString()));

    private Refusal Wrong => new Refusal.Conflict(
        "The user name and password do not match. Check the capital letters in the password. "
        + $"After {users.Options.Lockout.MaxFailedAccessAttempts} wrong tries, you have to wait "
        + $"{users.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes:0} minutes.");

    /// <summary>Who is signed in then, or why nobody is.</summary>
    public async Task<Outcome<User>> SignInAsync(string? userName, string? password)
    {
        if (string.IsNullOrWhiteSpace(userName) || string.IsNullOrEmpty(password))
        {
            return new Refusal.Conflict("Please enter both your user name and your password.");
        }

        // No name holds a control character, and PostgreSQL would refuse to look for it.
        var user = userName.Any(char.IsControl) ? null : await users.FindByNameAsync(userName.Trim());
        if (user?.PasswordHash is null || await users.IsLockedOutAsync(user))
        {
            users.PasswordHasher.VerifyHashedPassword(null!, DecoyHash.Value, password);
            return Wrong;
        }

        if (!(await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded)
        {
            return Wrong;
        }

        await BeginAsync(user);
        return user;
    }

    /// <summary>The same for a student, on the page of a class that signs in with pictures.</summary>
    public async Task<Outcome<User>> SignInWithPicturesAsync(string code, int studentId, IReadOnlyList<SecretPicture> chosen)
    {
        var entered = await pictures.EnterAsync(code, studentId, chosen);
        if (!entered.Succeeded)
        {
            return entered.Refusal;
        }

        var user = await FindAsync(entered.Value.StudentId);
        await BeginAsync(user);
        return user;
    }

    /// <summary>Signs the person in anew after a change that ended all sign-ins of hers.</summary>
    public async Task RenewAsync(Actor actor) => await BeginAsync(await FindAsync(actor.UserId));

    public async Task SignOutAsync()
    {
        await EndAsync();
        await signIn.SignOutAsync();
    }

    /// <summary>From a context of its own: the request's may still hold the person as she was before a change.</summary>
    private async Task<User> FindAsync(int userId)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Users.AsNoTracking().SingleAsync(user => user.Id == userId);
    }

    private async Task BeginAsync(User user)
    {
        // Whoever signs in takes the browser over from whoever was signed in before.
        await EndAsync();
        var session = await sessions.StartAsync(user.Id);
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim(SchoolClaimTypes.Session, session)]);
    }

    /// <summary>Ends the session of this request's cookie, if it has one.</summary>
    private async Task EndAsync()
    {
        if (signIn.Context.User.ToTicket() is { } ticket)
        {
            await sessions.EndAsync(ticket.SessionId);
        }
    }
}
