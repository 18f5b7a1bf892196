using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.SignInCards;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Accounts;

/// <summary>Accounts that a teacher makes for the students of her class, with a sign-in card for each: all of them, or none.</summary>
/// <remarks>Identity's hasher lives in a scope of its own for each operation, never in a circuit's.</remarks>
public sealed class ClassAccountService(
    IServiceScopeFactory scopes, IDataProtectionProvider protection, HashingTurns turns, TimeProvider clock)
{
    /// <summary>Students in one call.</summary>
    public const int MostPeople = 100;

    private const int Tries = 3;

    private readonly CardSecrets cards = new(protection);

    /// <summary>
    /// What would come of a list, with all there is to say about each line; stores nothing. Refused as <see cref="CreateAsync"/> is, but
    /// not for what is wrong with a line.
    /// </summary>
    public async Task<Outcome<RosterPreview>> PreviewAsync(
        Actor actor, int classId, IReadOnlyList<NewStudent> people, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClassroomDbContext>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        return await FindRefusalAsync(db, actor, classId, people, [], cancellationToken) is { } refusal
            ? refusal
            : new RosterPreview(await StudentProposals.MakeAsync(db, users, classId, people, cancellationToken));
    }

    /// <summary>For the class's owner, its teachers and admins. Names everything that is wrong, each with its place: "people[3].name".</summary>
    /// <param name="actor">Who adds them.</param>
    /// <param name="classId">The class that they start in.</param>
    /// <param name="people">In the order in which their accounts come back.</param>
    /// <param name="unread">What of the request could not be read; named with all else that is wrong.</param>
    /// <param name="cancellationToken">Stops before anything is kept.</param>
    public async Task<Outcome<NewAccounts>> CreateAsync(
        Actor actor,
        int classId,
        IReadOnlyList<NewStudent> people,
        IReadOnlyList<Fault>? unread = null,
        CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClassroomDbContext>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        if (await FindFaultsAsync(db, users, actor, classId, people, unread ?? [], cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await turns.TakeAsync(() => MakeSecrets(users, people.Count, cancellationToken), cancellationToken) is not { } secrets)
        {
            return HashingTurns.TooManyWait;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StoreAsync(db, users, actor, classId, people, secrets, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // A user name that was free has gone to someone else meanwhile, and the unique index kept it.
                db.ChangeTracker.Clear();
            }
        }
    }

    private List<NewSecret> MakeSecrets(UserManager<User> users, int count, CancellationToken cancellationToken)
    {
        var secrets = new List<NewSecret>();
        while (secrets.Count < count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var password = FriendlyPassword.New();
            // The hash does not depend on whose it is.
            secrets.Add(new(password, users.PasswordHasher.HashPassword(null!, password), cards.Protect(password)));
        }

        return secrets;
    }

    private async Task<Outcome<NewAccounts>> StoreAsync(
        ClassroomDbContext db,
        UserManager<User> users,
        Actor actor,
        int classId,
        IReadOnlyList<NewStudent> people,
        List<NewSecret> secrets,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindFaultsAsync(db, users, actor, classId, people, [], cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var className = await db.Classes.Where(c => c.Id == classId).Select(c => c.Name).SingleAsync(cancellationToken);
        var names = await FreeUserNames.ChooseAsync(db, users, people, cancellationToken);
        var created = people.Zip(names, secrets).Select(student => new User
        {
            UserName = student.Second,
            NormalizedUserName = users.NormalizeName(student.Second),
            DisplayName = student.First.Name.Trim(),
            Role = Role.Student,
            CreatedUtc = clock.UtcNow(),
            PasswordHash = student.Third.Hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        }).ToList();
        foreach (var (student, secret) in created.Zip(secrets))
        {
            db.SignInCards.Add(new SignInCard
            {
                User = student,
                ClassId = classId,
                ProtectedSecret = secret.Protected,
                MadeUtc = student.CreatedUtc,
                MadeById = actor.UserId,
            });
            db.Enrolments.Add(new Enrolment { ClassId = classId, User = student, JoinedUtc = student.CreatedUtc });
            db.Record(actor, clock, AuditAction.PersonCreated, student.UserName!, student.Role.ToString());
            db.Record(actor, clock, AuditAction.StudentEnrolled, student.UserName!, $"in {className}");
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new NewAccounts([.. created.Zip(secrets, (student, secret) => new Credentials(Person.From(student), secret.Password))]);
    }

    private static async Task<Refusal?> FindFaultsAsync(
        ClassroomDbContext db,
        UserManager<User> users,
        Actor actor,
        int classId,
        IReadOnlyList<NewStudent> people,
        IReadOnlyList<Fault> unread,
        CancellationToken cancellationToken)
    {
        if (await FindRefusalAsync(db, actor, classId, people, unread, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        List<Fault> faults = [.. unread, .. await NewStudentFaults.FindAsync(db, users, people, cancellationToken)];
        return faults.Count > 0 ? new Refusal.Invalid(faults) : null;
    }

    /// <summary>Why nobody can be added, whoever is in the list.</summary>
    private static async Task<Refusal?> FindRefusalAsync(
        ClassroomDbContext db,
        Actor actor,
        int classId,
        IReadOnlyList<NewStudent> people,
        IReadOnlyList<Fault> unread,
        CancellationToken cancellationToken)
    {
        var found = await db.Classes.ManagedBy(actor).AsNoTracking().SingleOrDefaultAsync(c => c.Id == classId, cancellationToken);
        return found is null ? new Refusal.NotFound()
            : found.ArchivedUtc is not null ? ClassChanges.Archived
            : people.Count is 0 or > MostPeople
                ? new Refusal.Invalid([.. unread, new("people", $"Give 1 to {MostPeople} students at once; there are {people.Count}.")])
            : null;
    }

    /// <summary>A password, what is stored of it for good, and what is stored of it until its card is printed.</summary>
    private sealed record NewSecret(string Password, string Hash, string Protected);
}
