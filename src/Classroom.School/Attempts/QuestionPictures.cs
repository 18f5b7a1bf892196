using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>Hands out pictures of questions, and takes away those that nobody can see any more.</summary>
public sealed class QuestionPictures(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    /// <summary>How long a picture waits for a question that shows it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private const int AtOnce = 200;

    /// <summary>Its file; null for anyone who sees neither a question nor an attempt that shows it.</summary>
    public async Task<byte[]?> ReadAsync(Actor actor, int pictureId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.QuestionPictures.UsableBy(db, actor).AnyAsync(picture => picture.Id == pictureId, cancellationToken)
            || await IsInAttemptAsync(db, actor, pictureId, cancellationToken))
        {
            return await db.QuestionPictures.Where(picture => picture.Id == pictureId).Select(picture => picture.Content)
                .SingleOrDefaultAsync(cancellationToken);
        }

        return null;
    }

    /// <summary>
    /// For the program itself, once in a while: versions that are no longer asked and that no attempt has let their pictures go, and a
    /// picture without a version is deleted.
    /// </summary>
    public async Task<int> DeleteUnusedAsync(CancellationToken cancellationToken = default)
    {
        // Patience also here: an attempt that begins at this moment may still be given the version before.
        var oldest = clock.UtcNow() - Patience;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var over = await db.OwnQuestions
            .SelectMany(question => question.Versions, (question, version) => new { question, version })
            .Where(both => both.version.PictureId != null
                && (both.question.RemovedUtc != null || both.version.Number != both.question.Number)
                && (both.question.RemovedUtc ?? both.question.ChangedUtc) < oldest)
            .Select(both => new { both.version.QuestionId, both.version.Number })
            .ToListAsync(cancellationToken);
        foreach (var some in over.Chunk(AtOnce))
        {
            var keys = some.Select(version => QuestionKey.OfOwn(version.QuestionId, version.Number)).ToList();
            var given = (await db.AttemptAnswers.Where(answer => keys.Contains(answer.QuestionId)).Select(answer => answer.QuestionId)
                .Distinct().ToListAsync(cancellationToken)).ToHashSet();
            foreach (var version in some.Where(version => !given.Contains(QuestionKey.OfOwn(version.QuestionId, version.Number))))
            {
                await db.QuestionVersions
                    .Where(stored => stored.QuestionId == version.QuestionId && stored.Number == version.Number)
                    .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.PictureId, (int?)null), cancellationToken);
            }
        }

        return await db.QuestionPictures
            .Where(picture => picture.CreatedUtc < oldest && !db.QuestionVersions.Any(version => version.PictureId == picture.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<bool> IsInAttemptAsync(
        ClassroomDbContext db, Actor actor, int pictureId, CancellationToken cancellationToken)
    {
        var versions = await db.QuestionVersions.Where(version => version.PictureId == pictureId)
            .Select(version => new { version.QuestionId, version.Number }).ToListAsync(cancellationToken);
        var keys = versions.ConvertAll(version => QuestionKey.OfOwn(version.QuestionId, version.Number));
        return keys.Count > 0 && await db.Attempts.VisibleTo(db, actor)
            .AnyAsync(attempt => attempt.Answers.Any(answer => keys.Contains(answer.QuestionId)), cancellationToken);
    }
}
