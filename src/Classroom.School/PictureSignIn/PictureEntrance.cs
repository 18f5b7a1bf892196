using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.SignInCards;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.PictureSignIn;

/// <summary>
/// Students sign in with pictures. There is no actor yet: the calls are those of whoever has the code of the class, and nobody else learns
/// that there is such a class.
/// </summary>
/// <remarks>Identity's hasher lives in a scope of its own for each operation, never in a circuit's.</remarks>
public sealed class PictureEntrance(IServiceScopeFactory scopes, TimeProvider clock)
{
    // Hashed once: checking it costs a name that is not there the time that one costs that is.
    private static readonly Lazy<string> DecoyHash = new(() => new PasswordHasher<User>().HashPassword(null!, $"{Guid.NewGuid()}"));

    // The same for wrong pictures, a student who is not there and one who is paused.
    private static readonly Refusal Wrong = new Refusal.Conflict(
        $"That did not work. Try again, or ask your teacher. After {PictureThrottle.WrongBeforePause} wrong tries, you have to wait "
        + $"{PictureThrottle.Pause.TotalMinutes:0} minutes.");

    private static readonly Refusal ClassIsPaused = new Refusal.QuotaExceeded(
        "There were too many wrong tries in this class. Wait a few minutes, or ask your teacher.", PictureThrottle.Pause);

    /// <summary>Null where no current class has this code.</summary>
    public async Task<PictureClass?> FindAsync(string? code, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClassroomDbContext>();
        var found = await Current(db, code).Select(c => new { c.ClassId, c.Class.Name, c.Mode }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var students = await Secrets(db, found.ClassId)
            .OrderBy(secret => secret.User.NormalizedDisplayName).ThenBy(secret => secret.UserId)
            .Select(secret => new { secret.UserId, secret.User.DisplayName })
            .ToListAsync(cancellationToken);
        var names = ShortNames.From(students.ConvertAll(student => student.DisplayName));
        return new(found.Name, found.Mode, [.. students.Zip(names, (student, name) => new PictureName(student.UserId, name))]);
    }

    /// <summary>Whether these are the student's pictures. A class without this code, and one that is archived, is not found.</summary>
    public async Task<Outcome<PictureEntry>> EnterAsync(
        string? code, int studentId, IReadOnlyList<SecretPicture> chosen, CancellationToken cancellationToken = default)
    {
        var now = clock.UtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClassroomDbContext>();
        if (await Current(db, code).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } pictures)
        {
            return new Refusal.NotFound();
        }

        if (pictures.PausedUntilUtc > now)
        {
            return ClassIsPaused;
        }

        var expected = pictures.Mode == PictureMode.Two ? 2 : 1;
        if (chosen.Count != expected)
        {
            return new Refusal.Invalid("picture", expected == 1 ? "Choose your picture." : "Choose your first and your second picture.");
        }

        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<User>>();
        var text = SecretPictures.ToText(chosen);
        var mine = Secrets(db, pictures.ClassId).Where(secret => secret.UserId == studentId);
        // Who goes away after a wrong try has made it all the same.
        if (!await PictureThrottle.TakeTryAsync(mine, now, CancellationToken.None))
        {
            // It cannot succeed, so it does not count for the class: one child who goes on trying must not pause all others.
            hasher.VerifyHashedPassword(null!, DecoyHash.Value, text);
            return Wrong;
        }

        var secret = await mine.AsNoTracking().SingleOrDefaultAsync(CancellationToken.None);
        var isRight = hasher.VerifyHashedPassword(null!, secret?.Hash ?? DecoyHash.Value, text) != PasswordVerificationResult.Failed;
        // By its own number: while it was checked, the teacher may have given other pictures.
        if (isRight && secret is not null && await PictureThrottle.ClearAsync(mine.Where(one => one.Id == secret.Id), CancellationToken.None))
        {
            return new PictureEntry(studentId);
        }

        await PictureThrottle.CountWrongAsync(db.ClassPictures.Where(c => c.ClassId == pictures.ClassId), now, CancellationToken.None);
        return Wrong;
    }

    private static IQueryable<ClassPictures> Current(ClassroomDbContext db, string? code)
    {
        var wanted = JoinCode.Normalize(code?.Length > JoinCode.Longest ? null : code);
        return db.ClassPictures.Where(c => c.Code == wanted && c.Class.ArchivedUtc == null);
    }

    /// <summary>Of those who are in the class now, and only of students.</summary>
    private static IQueryable<PictureSecret> Secrets(ClassroomDbContext db, int classId) => db.PictureSecrets.Where(secret =>
        secret.ClassId == classId
        && secret.User.Role == Role.Student
        && db.Enrolments.Any(enrolment => enrolment.ClassId == classId && enrolment.UserId == secret.UserId));
}
