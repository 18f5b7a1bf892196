using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Classroom.School.Assignments;
using Classroom.School.Classes;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.CalendarFeeds;

/// <summary>
/// What is in a feed, for whoever knows its address: titles, dates and classes, and nothing about anybody's work.
/// </summary>
public sealed class CalendarFeedReader(IDbContextFactory<ClassroomDbContext> contexts, SchoolCalendar calendar, TimeProvider clock)
{
    public const int MostEntries = 500;

    /// <summary>How long what was due stays in it.</summary>
    public static readonly TimeSpan Past = TimeSpan.FromDays(60);

    /// <summary>Null where this is no address, or none any more.</summary>
    public async Task<CalendarContent?> ReadAsync(string secret, CancellationToken cancellationToken = default)
    {
        if (!CalendarSecret.IsWellFormed(secret))
        {
            return null;
        }

        var hash = CalendarSecret.Hash(secret);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var feed = await db.CalendarFeeds.Where(feed => feed.AddressHash == hash)
            .Select(feed => new { feed.UserId, feed.User.Role, feed.Fingerprint, feed.ChangedUtc })
            .SingleOrDefaultAsync(cancellationToken);
        if (feed is null)
        {
            return null;
        }

        var entries = feed.Role == Role.Student
            ? await OfStudentAsync(db, feed.UserId, cancellationToken)
            : await OfTeacherAsync(db, feed.UserId, cancellationToken);
        var fingerprint = Fingerprint(entries);
        return new CalendarContent(
            entries,
            fingerprint == feed.Fingerprint ? feed.ChangedUtc : await WriteChangedAsync(db, hash, fingerprint, cancellationToken));
    }

    /// <summary>
    /// What she has to do, as on her home page, by her own dates. Of what she is excused from there is nothing to remind her.
    /// </summary>
    private async Task<IReadOnlyList<CalendarEntry>> OfStudentAsync(ClassroomDbContext db, int userId, CancellationToken cancellationToken)
    {
        var oldest = clock.UtcNow() - Past;
        // Extra days can bring back what was due for the class before that.
        var oldestOfClass = oldest.AddDays(-Accommodation.MostDays - 1);
        var given = await db.Assignments.AsNoTracking().Include(a => a.Class)
            .GivenTo(userId)
            .Where(a => a.DueUtc >= oldestOfClass || a.Students.Any(own => own.UserId == userId && own.DueUtc >= oldest))
            .ToListAsync(cancellationToken);
        var own = await db.AssignmentStudents.AsNoTracking().Where(own => own.UserId == userId)
            .ToDictionaryAsync(own => own.AssignmentId, cancellationToken);
        var extra = await db.Accommodations.AsNoTracking().SingleOrDefaultAsync(extra => extra.UserId == userId, cancellationToken);
        return
        [
            .. (from a in given
                let ofClass = AssignmentDetails.From(a)
                let hers = own.GetValueOrDefault(a.Id)
                let allowance = Allowance.For(ofClass, hers, extra, calendar)
                where !allowance.IsExcused && allowance.DueUtc >= oldest
                orderby allowance.DueUtc, a.Id
                select new CalendarEntry(
                    ofClass.For(allowance), a.CreatedUtc, a.Version + (hers?.Version ?? 0) + (extra?.Version ?? 0)))
            .Take(MostEntries),
        ];
    }

    /// <summary>What is assigned in the classes on whose staff she is. A draft may yet become anything.</summary>
    private async Task<IReadOnlyList<CalendarEntry>> OfTeacherAsync(ClassroomDbContext db, int userId, CancellationToken cancellationToken)
    {
        var oldest = clock.UtcNow() - Past;
        var classes = db.Classes.Current().Where(c => c.Teachers.Any(teacher => teacher.UserId == userId));
        var assigned = await db.Assignments.AsNoTracking().Include(a => a.Class)
            .Where(a => !a.IsDraft && a.DueUtc >= oldest && classes.Any(c => c.Id == a.ClassId))
            .OrderBy(a => a.DueUtc).ThenBy(a => a.Id)
            .Take(MostEntries)
            .ToListAsync(cancellationToken);
        return assigned.ConvertAll(
            a => new CalendarEntry(AssignmentDetails.From(a), a.CreatedUtc, a.Version) { ClassName = a.Class.Name });
    }

    private async Task<DateTime> WriteChangedAsync(
        ClassroomDbContext db, string hash, string fingerprint, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        try
        {
            await db.CalendarFeeds.Where(feed => feed.AddressHash == hash)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(feed => feed.Fingerprint, fingerprint).SetProperty(feed => feed.ChangedUtc, now),
                    cancellationToken);
        }
        catch (DbException)
        {
            // A full disk must not keep anybody from reading when something is due. The next reading tries again.
        }

        return now;
    }

    private static string Fingerprint(IReadOnlyList<CalendarEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var (assignment, _, revision) in entries)
        {
            text.Append(CultureInfo.InvariantCulture, $"{assignment.Id}\t{revision}\t{assignment.DueUtc:O}\t");
        }

        // Names may change without the assignment.
        text.AppendJoin('\t', entries.Select(entry => entry.ClassName));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
