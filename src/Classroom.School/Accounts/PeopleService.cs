using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Accounts;

/// <summary>People: who there is, and who is new. Their passwords change in <see cref="PasswordService"/>.</summary>
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
            // No name holds one, and PostgreSQL would refuse to look for it.
            if (text.HasControlCharacters())
            {
                return new Page<Person>([], 1, 1, 0);
            }

            people = people.Where(user => user.NormalizedUserName!.Contains(text) || user.NormalizedDisplayName.Contains(text));
        }

        return await people
            .OrderBy(user => user.NormalizedUserName)
            .Select(user => new Person(user.Id, user.UserName!, user.DisplayName, user.Role))
            .ToPageAsync(page, cancellationToken);
    }

    /// <summary>The person with exactly this user name; null where there is none, and for anyone but an admin.</summary>
    public async Task<Person?> FindAsync(Actor actor, string? userName)
    {
        if (actor.Role != Role.Admin || string.IsNullOrWhiteSpace(userName) || userName.HasControlCharacters())
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        return await users.FindByNameAsync(userName.Trim()) is { } user ? Person.From(user) : null;
    }

    /// <summary>All who can have a class, by display name; null for anyone but an admin.</summary>
    public async Task<IReadOnlyList<Person>?> ListTeachersAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Admin)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.Where(user => user.Role != Role.Student)
            .OrderBy(user => user.NormalizedDisplayName).ThenBy(user => user.Id)
            .Select(user => new Person(user.Id, user.UserName!, user.DisplayName, user.Role))
            .ToListAsync(cancellationToken);
    }

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
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var faults = await FaultsAsync(users, person, password);
        var joined = wanted.ClassId is { } classId ? await db.Classes.SingleOrDefaultAsync(c => c.Id == classId, cancellationToken) : null;
        if (wanted.ClassId is not null && (joined is not { ArchivedUtc: null } || person.Role != Role.Student))
        {
            faults.Add(new Fault("class", joined is null
                ? "That class no longer exists. Choose another one."
                : joined.ArchivedUtc is not null ? "That class is archived. Choose another one."
                : "Only students are enrolled. Create the teacher without a class, then add the teacher to the class."));
        }

        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        try
        {
            var created = await users.CreateAsync(person, password);
            if (!created.Succeeded)
            {
                return new Refusal.Invalid([.. created.Errors.Select(error => AccountFaults.ToFault(person, error))]);
            }
        }
        catch (DbUpdateException) when (person.Id == 0)
        {
            // Two admins added the same name at once, and the unique index took the first.
            return new Refusal.Invalid([AccountFaults.UserNameTaken(person.UserName)]);
        }

        db.Record(actor, clock, action, person.UserName, person.Role.ToString());
        if (joined is not null)
        {
            db.Enrolments.Add(new Enrolment { ClassId = joined.Id, UserId = person.Id, JoinedUtc = clock.UtcNow() });
            db.Record(actor, clock, AuditAction.StudentEnrolled, person.UserName, $"in {joined.Name}");
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Credentials(Person.From(person), password);
    }

    private static async Task<List<Fault>> FaultsAsync(UserManager<User> users, User person, string password)
    {
        var faults = new List<Fault>();
        foreach (var validator in users.UserValidators)
        {
            var result = await validator.ValidateAsync(users, person);
            faults.AddRange(result.Errors.Select(error => AccountFaults.ToFault(person, error)));
        }

        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, person, password);
            faults.AddRange(result.Errors.Select(error => AccountFaults.ToFault(person, error)));
        }

        if (AccountFaults.LengthOfUserName(person.UserName!) is { } tooLong)
        {
            faults.Add(new Fault("userName", tooLong));
        }

        if (AccountFaults.OfDisplayName(person.DisplayName) is { } unfit)
        {
            faults.Add(new Fault("displayName", unfit));
        }

        if (!Enum.IsDefined(person.Role))
        {
            faults.Add(new Fault("role", "The role is Student, Teacher or Admin."));
        }

        return faults;
    }
}
