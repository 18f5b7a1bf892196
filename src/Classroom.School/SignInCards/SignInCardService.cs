using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.SignInCards;

/// <summary>
/// Sign-in cards that wait to be printed. For the owner of the class, its teachers and admins: whoever sees a card can sign in as its
/// student.
/// </summary>
public sealed class SignInCardService(
    IDbContextFactory<ClassroomDbContext> contexts, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a card waits to be printed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(14);

    // Loading the page again is not news.
    private static readonly TimeSpan BetweenEntries = TimeSpan.FromHours(1);

    private readonly CardSecrets secrets = new(protection);

    /// <summary>The cards with their secrets; that they were seen is in the audit log. Null for anyone who may not see them.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="classId">The class.</param>
    /// <param name="where">What she looks at, for the audit log.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<ClassCards?> ReadAsync(
        Actor actor, int classId, string where = "on the page", CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Classes.ManagedBy(actor).AsNoTracking().SingleOrDefaultAsync(c => c.Id == classId, cancellationToken);
        if (found is null)
        {
            return null;
        }

        var rows = await Waiting(db, actor, classId)
            .OrderBy(card => card.User.NormalizedDisplayName).ThenBy(card => card.Id)
            .Select(card => new
            {
                card.Id,
                Student = new Person(card.UserId, card.User.UserName!, card.User.DisplayName, card.User.Role),
                card.ProtectedSecret,
                card.ProtectedPictures,
                card.MadeUtc,
            })
            .ToListAsync(cancellationToken);
        if (rows.Count > 0)
        {
            await RecordSeenAsync(db, actor, found.Name, $"{where}: {Listed(rows.Select(row => row.Student.UserName))}", cancellationToken);
        }

        return new ClassCards(
            found.Name,
            found.ArchivedUtc is not null,
            [.. rows.Select(row => Read(row.Id, row.Student, row.ProtectedSecret, row.ProtectedPictures, row.MadeUtc))])
        {
            PictureCode = await db.ClassPictures.Where(pictures => pictures.ClassId == classId).Select(pictures => pictures.Code)
                .SingleOrDefaultAsync(cancellationToken),
        };
    }

    /// <summary>How many cards wait; none for anyone who may not see them.</summary>
    public async Task<int> CountAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Waiting(db, actor, classId).CountAsync(cancellationToken);
    }

    /// <summary>Deletes the cards that have been printed. Those made since then stay, and what is gone already is left alone.</summary>
    public async Task<Refusal?> SetPrintedAsync(
        Actor actor, int classId, IReadOnlyList<int> cardIds, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Classes.ManagedBy(actor).SingleOrDefaultAsync(c => c.Id == classId, cancellationToken) is not { } found)
        {
            return new Refusal.NotFound();
        }

        var printed = Waiting(db, actor, classId).Where(card => cardIds.Contains(card.Id));
        var userNames = await printed.OrderBy(card => card.User.NormalizedUserName).Select(card => card.User.UserName!)
            .ToListAsync(cancellationToken);
        if (await printed.ExecuteDeleteAsync(cancellationToken) > 0)
        {
            db.Record(actor, clock, AuditAction.CardsPrinted, found.Name, Listed(userNames));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return null;
    }

    /// <summary>Deletes the cards that nobody has printed in time; for the program itself, once in a while.</summary>
    public async Task<int> DeleteOldAsync(CancellationToken cancellationToken = default)
    {
        var oldest = clock.UtcNow() - Patience;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SignInCards.Where(card => card.MadeUtc <= oldest).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Of those who are still in the class.</summary>
    private IQueryable<SignInCard> Waiting(ClassroomDbContext db, Actor actor, int classId)
    {
        var oldest = clock.UtcNow() - Patience;
        var students = db.Classes.ManagedBy(actor).Where(c => c.Id == classId).SelectMany(c => c.Enrolments);
        return db.SignInCards.Where(card =>
            card.ClassId == classId && card.MadeUtc > oldest && students.Any(enrolment => enrolment.UserId == card.UserId));
    }

    private CardDetails Read(int id, Person student, string? protectedSecret, string? protectedPictures, DateTime madeUtc)
    {
        var secret = protectedSecret is null ? null : secrets.Unprotect(protectedSecret);
        var pictures = protectedPictures is null ? null : SecretPictures.FromText(secrets.Unprotect(protectedPictures));
        return new(id, student, secret, madeUtc)
        {
            Pictures = pictures ?? [],
            IsUnreadable = (secret, protectedSecret) is (null, not null) || (pictures, protectedPictures) is (null, not null),
        };
    }

    private async Task RecordSeenAsync(
        ClassroomDbContext db, Actor actor, string className, string detail, CancellationToken cancellationToken)
    {
        var since = clock.UtcNow() - BetweenEntries;
        db.Record(actor, clock, AuditAction.CardsSeen, className, detail);
        var stored = db.ChangeTracker.Entries<AuditEntry>().Single().Entity.Detail;
        if (!await db.Audit.AnyAsync(
            entry => entry.WhenUtc > since && entry.ActorId == actor.UserId && entry.Action == AuditAction.CardsSeen
                && entry.Subject == className && entry.Detail == stored,
            cancellationToken))
        {
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static string Listed(IEnumerable<string> userNames) => string.Join(", ", userNames);
}
