using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School;

/// <summary>People and their passwords.</summary>
/// <remarks>Identity's user manager lives in a scope of its own for each operation, never in a circuit's.</remarks>
public sealed class PeopleService(IServiceScopeFactory scopes, IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    public const int LongestDisplayName = 100;

    public const int LongestUserName = 50;

    /// <summary>For admins. Names everything that is wrong, not only the first.</summary>
    public async Task<Outcome<Credentials>> CreateAsync(Actor actor, NewPerson wanted, CancellationToken cancellationToken = default) =>
        actor.Role == Role.Admin
            ? await CreateAsync(actor, wanted, AuditAction.PersonCreated, cancellationToken)
            : new Refusal.NotFound();

    /// <summary>For the command line of the server, where whoever may run it is trusted.</summary>
    public Task<Outcome<Credentials>> CreateAdminAsync(string userName, string password, CancellationToken cancellationToken = default) =>
        CreateAsync(
            null,
            new NewPerson { UserName = userName, DisplayName = userName, Role = Role.Admin, Password = password },
            AuditAction.AdminCreated,
            cancellationToken);

    /// <summary>Everyone whose user name or display name contains the text, by user name; null for anyone but an admin.</summary>
    public async Task<Page<Person>?> ListAsync(
        Actor actor, string? search = null, int page = 1, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Admin)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = db.Users.AsQueryable();
        if (search?.Trim().ToUpperInvariant() is { Length: > 0 } text)
        {
            people = people.Where(user => user.NormalizedUserName!.Contains(text) || user.NormalizedDisplayName.Contains(text));
        }

        return await people
            .OrderBy(user => user.NormalizedUserName)
            .Select(user => new Person(user.Id, user.UserName!, user.DisplayName, user.Role))
            .ToPageAsync(page, cancellationToken);
    }

    /// <summary>
    /// Gives someone a new friendly password, unlocks her and signs her out everywhere. An admin may do it for everyone,
    /// a teacher for the students of her classes.
    /// </summary>
    public async Task<Outcome<Credentials>> ResetPasswordAsync(Actor actor, int userId, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClassroomDbContext>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await MayReset(db, actor).SingleOrDefaultAsync(user => user.Id == userId, cancellationToken) is not { } person)
        {
            return new Refusal.NotFound();
        }

        var password = FriendlyPassword.New();
        person.LockoutEnd = null;
        person.AccessFailedCount = 0;
        var removed = await users.RemovePasswordAsync(person);
        var added = removed.Succeeded ? await users.AddPasswordAsync(person, password) : removed;
        if (!added.Succeeded)
        {
            return new Refusal.Conflict($"{person.DisplayName}'s account was changed in the meantime. Try again.");
        }

        db.Record(actor, clock, AuditAction.PasswordReset, person.UserName!);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Credentials(ToPerson(person), password);
    }

    private static IQueryable<User> MayReset(ClassroomDbContext db, Actor actor) => actor.Role switch
    {
        Role.Admin => db.Users,
        Role.Teacher => db.Users.Where(user => user.Role == Role.Student
            && db.Enrolments.Any(e => e.UserId == user.Id && e.Class.Teachers.Any(t => t.UserId == actor.UserId))),
        _ => db.Users.Where(user => false),
    };

    private async Task<Outcome<Credentials>> CreateAsync(
        Actor? actor, NewPerson wanted, AuditAction action, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClassroomDbContext>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var password = wanted.Password ?? FriendlyPassword.New();
        var person = new User
        {
            UserName = wanted.UserName.Trim(),
            DisplayName = wanted.DisplayName.Trim(),
            Role = wanted.Role,
            CreatedUtc = clock.UtcNow(),
        };
        if (await FaultsAsync(users, person, password) is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var created = await users.CreateAsync(person, password);
            if (!created.Succeeded)
            {
                return new Refusal.Invalid([.. created.Errors.Select(error => ToFault(person, error))]);
            }
        }
        catch (DbUpdateException) when (person.Id == 0)
        {
            // Two admins added the same name at once, and the unique index took the first.
            return new Refusal.Invalid([Taken(person.UserName)]);
        }

        db.Record(actor, clock, action, person.UserName, person.Role.ToString());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Credentials(ToPerson(person), password);
    }

    private static async Task<List<Fault>> FaultsAsync(UserManager<User> users, User person, string password)
    {
        var faults = new List<Fault>();
        foreach (var validator in users.UserValidators)
        {
            faults.AddRange((await validator.ValidateAsync(users, person)).Errors.Select(error => ToFault(person, error)));
        }

        foreach (var validator in users.PasswordValidators)
        {
            faults.AddRange((await validator.ValidateAsync(users, person, password)).Errors.Select(error => ToFault(person, error)));
        }

        if (person.UserName!.Length > LongestUserName)
        {
            faults.Add(new Fault("userName", $"The user name has {person.UserName.Length} characters; {LongestUserName} fit."));
        }

        if (person.DisplayName is { Length: 0 or > LongestDisplayName })
        {
            faults.Add(new Fault("displayName", $"Give the name that others see: 1 to {LongestDisplayName} characters."));
        }

        if (!Enum.IsDefined(person.Role))
        {
            faults.Add(new Fault("role", "The role is Student, Teacher or Admin."));
        }

        return faults;
    }

    private static Fault ToFault(User person, IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => Taken(person.UserName!),
        nameof(IdentityErrorDescriber.InvalidUserName) => new(
            "userName", $"\"{person.UserName}\" cannot be a user name: use the letters a to z, digits, and - . _ @ +, without spaces."),
        _ when error.Code.StartsWith("Password", StringComparison.Ordinal) => new("password", error.Description),
        _ => new("userName", error.Description),
    };

    private static Fault Taken(string userName) => new("userName", $"Someone already has the user name \"{userName}\". Choose another one.");

    private static Person ToPerson(User user) => new(user.Id, user.UserName!, user.DisplayName, user.Role);
}
