using Classroom.Curriculum.Quizzes;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Questions;

/// <summary>Stores pictures before the questions that show them.</summary>
public sealed class QuestionPictureStore(IDbContextFactory<ClassroomDbContext> contexts, SchoolLimits limits, TimeProvider clock)
{
    private const long MiB = 1024 * 1024;

    /// <summary>For teachers and admins. Without a question that shows it, it is gone after a day.</summary>
    public async Task<Outcome<QuestionPicture>> AddAsync(Actor actor, NewPicture picture, CancellationToken cancellationToken = default)
    {
        if (actor.Role == Role.Student)
        {
            return new Refusal.NotFound();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Held, so that two uploads at once cannot both find room.
        if (!await db.LockPersonAsync(actor.UserId, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        var there = await db.QuestionPictures.Where(stored => stored.OwnerId == actor.UserId)
            .SumAsync(stored => (long)stored.Bytes, cancellationToken);
        if (there + picture.Content.Length > limits.QuestionPictureBytesPerPerson)
        {
            return new Refusal.StorageExceeded(
                $"Your pictures take {there / MiB} MiB, and at most {limits.QuestionPictureBytesPerPerson / MiB} MiB fit. Delete questions with "
                + "pictures first; their room is free two days later, unless students have answered them.");
        }

        var stored = new StoredPicture
        {
            OwnerId = actor.UserId,
            Content = picture.Content,
            Bytes = picture.Content.Length,
            Width = picture.Width,
            Height = picture.Height,
            CreatedUtc = clock.UtcNow(),
        };
        db.QuestionPictures.Add(stored);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new QuestionPicture(stored.Id, "", stored.Width, stored.Height);
    }
}
