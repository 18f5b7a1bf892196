using Classroom.School.Classes;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.PictureSignIn;

/// <summary>Reads how signing in with pictures stands in a class. Nobody can read the pictures themselves but from a card.</summary>
public sealed class PictureReader(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    /// <summary>Null for anyone but the class's owner, its teachers and admins.</summary>
    public async Task<PictureDetails?> GetAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        var now = clock.UtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Classes.ManagedBy(actor).AsNoTracking().SingleOrDefaultAsync(c => c.Id == classId, cancellationToken) is not { } found)
        {
            return null;
        }

        var pictures = await db.ClassPictures.AsNoTracking().SingleOrDefaultAsync(c => c.ClassId == classId, cancellationToken);
        var students = await db.Enrolments
            .Where(enrolment => enrolment.ClassId == classId && enrolment.User.Role == Role.Student)
            .OrderBy(enrolment => enrolment.User.NormalizedDisplayName).ThenBy(enrolment => enrolment.UserId)
            .Select(enrolment => new
            {
                Person = new Person(enrolment.UserId, enrolment.User.UserName!, enrolment.User.DisplayName, enrolment.User.Role),
                Secret = db.PictureSecrets.Where(secret => secret.ClassId == classId && secret.UserId == enrolment.UserId)
                    .Select(secret => new { secret.WrongInARow, secret.PausedUntilUtc }).SingleOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return new PictureDetails(
            found.Name,
            found.ArchivedUtc is not null,
            pictures?.Mode ?? PictureMode.Off,
            [
                .. students.Select(student =>
                {
                    var state = student.Secret is not { } secret ? PictureState.None
                        : secret.WrongInARow >= PictureThrottle.WrongBeforeHold ? PictureState.Held
                        : secret.PausedUntilUtc > now ? PictureState.Paused
                        : PictureState.Ready;
                    return new PictureStudent(
                        student.Person, state, state == PictureState.Paused ? student.Secret!.PausedUntilUtc : null);
                }),
            ])
        {
            Code = pictures?.Code,
            PausedUntilUtc = pictures?.PausedUntilUtc > now ? pictures.PausedUntilUtc : null,
        };
    }
}
