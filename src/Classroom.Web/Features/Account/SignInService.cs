using Classroom.School;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Classroom.Web.Features.Account;

/// <summary>
/// Signs people in by name and password. Names that do not exist are locked by the same rule, and take the same time,
/// as those that do, so that nobody can find out who has an account.
/// </summary>
public sealed class SignInService(
    SignInManager<User> signIn, UserManager<User> users, UnknownNames unknownNames, IDbContextFactory<ClassroomDbContext> contexts)
{
    private const string Wrong = "User name and password do not go together. Mind capital letters in the password.";

    // Hashed once: checking it costs an unknown name the time that a known one costs.
    private static readonly Lazy<string> DecoyHash = new(() => new PasswordHasher<User>().HashPassword(null!, Guid.NewGuid().ToString()));

    /// <summary>Null when signed in; otherwise what to tell.</summary>
    public async Task<string?> SignInAsync(string? userName, string? password)
    {
        if (string.IsNullOrWhiteSpace(userName) || string.IsNullOrEmpty(password))
        {
            return "Please give both, your user name and your password.";
        }

        var name = users.NormalizeName(userName.Trim())!;
        var lockout = users.Options.Lockout;
        var locked = $"Too many wrong passwords for this name. Wait {lockout.DefaultLockoutTimeSpan.TotalMinutes:0} minutes, then try again.";
        // No name holds a control character, and PostgreSQL would refuse to look for it.
        var user = name.Any(char.IsControl) ? null : await users.FindByNameAsync(userName.Trim());
        if (user is null)
        {
            users.PasswordHasher.VerifyHashedPassword(null!, DecoyHash.Value, password);
            return unknownNames.CountFailure(name, lockout) ? locked : Wrong;
        }

        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? null : result.IsLockedOut ? locked : Wrong;
    }

    /// <summary>Keeps this sign-in alive after a change that ended all sign-ins of the person.</summary>
    public async Task RenewAsync(Actor actor)
    {
        // From a context of its own: the request's may still hold the person as she was before the change.
        await using var db = await contexts.CreateDbContextAsync();
        await signIn.RefreshSignInAsync(await db.Users.AsNoTracking().SingleAsync(user => user.Id == actor.UserId));
    }
}

/// <summary>Wrong tries on names that do not exist, counted as Identity counts those on names that do.</summary>
public sealed class UnknownNames(TimeProvider clock) : IDisposable
{
    // Bounded: whoever tries a million names must not fill the memory.
    private readonly MemoryCache tries = new(new MemoryCacheOptions { SizeLimit = 10_000 });
    private readonly Lock gate = new();

    /// <summary>True while the name is locked, from the try that locks it on.</summary>
    public bool CountFailure(string name, LockoutOptions lockout)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var entry = tries.TryGetValue(name, out Tries? found) && found is not null ? found : new Tries();
            if (entry.LockedUntil > now)
            {
                return true;
            }

            entry.Count++;
            var locked = entry.Count >= lockout.MaxFailedAccessAttempts;
            if (locked)
            {
                entry.Count = 0;
                entry.LockedUntil = now + lockout.DefaultLockoutTimeSpan;
            }

            tries.Set(name, entry, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromHours(1) });
            return locked;
        }
    }

    public void Dispose() => tries.Dispose();

    private sealed class Tries
    {
        public int Count { get; set; }

        public DateTimeOffset LockedUntil { get; set; }
    }
}
