using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.PictureSignIn;

/// <summary>
/// What makes a weak secret good enough: wrong pictures are counted for each student and for each class, and never for an address, which a
/// whole school may share. Each count is one statement, so that tries at the same moment are not counted as one.
/// </summary>
public static class PictureThrottle
{
    /// <summary>Wrong tries after which a student's pictures pause.</summary>
    public const int WrongBeforePause = 5;

    /// <summary>Wrong tries in a row after which they stay paused until a teacher lets the student try again.</summary>
    public const int WrongBeforeHold = 10;

    /// <summary>Wrong tries in a class within <see cref="Pause"/> after which the class pauses.</summary>
    public const int WrongInClass = 60;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Counts a try as wrong beforehand. False where no more may be made now.</summary>
    internal static async Task<bool> TakeTryAsync(IQueryable<PictureSecret> one, DateTime now, CancellationToken cancellationToken)
    {
        DateTime? until = now + Pause;
        return await one
            .Where(secret => secret.WrongInARow < WrongBeforeHold && (secret.PausedUntilUtc == null || secret.PausedUntilUtc <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(
                        secret => secret.PausedUntilUtc, secret => (secret.WrongInARow + 1) % WrongBeforePause == 0 ? until : null)
                    .SetProperty(secret => secret.WrongInARow, secret => secret.WrongInARow + 1),
                cancellationToken) == 1;
    }

    /// <summary>After right pictures, or when a teacher lets the student try again. False where they are gone.</summary>
    internal static async Task<bool> ClearAsync(IQueryable<PictureSecret> one, CancellationToken cancellationToken) =>
        await one.ExecuteUpdateAsync(
            set => set.SetProperty(secret => secret.PausedUntilUtc, (DateTime?)null).SetProperty(secret => secret.WrongInARow, 0),
            cancellationToken) == 1;

    internal static Task CountWrongAsync(IQueryable<ClassPictures> ofClass, DateTime now, CancellationToken cancellationToken)
    {
        DateTime? until = now + Pause;
        DateTime? since = now;
        var oldest = now - Pause;
        return ofClass.ExecuteUpdateAsync(
            set => set
                .SetProperty(
                    c => c.PausedUntilUtc,
                    c => c.WrongSinceUtc > oldest && c.Wrong + 1 >= WrongInClass ? until : c.PausedUntilUtc)
                .SetProperty(c => c.Wrong, c => c.WrongSinceUtc > oldest ? c.Wrong + 1 : 1)
                .SetProperty(c => c.WrongSinceUtc, c => c.WrongSinceUtc > oldest ? c.WrongSinceUtc : since),
            cancellationToken);
    }

    internal static async Task<bool> ClearClassAsync(IQueryable<ClassPictures> ofClass, CancellationToken cancellationToken) =>
        await ofClass.ExecuteUpdateAsync(
            set => set
                .SetProperty(c => c.PausedUntilUtc, (DateTime?)null)
                .SetProperty(c => c.Wrong, 0)
                .SetProperty(c => c.WrongSinceUtc, (DateTime?)null),
            cancellationToken) == 1;
}
