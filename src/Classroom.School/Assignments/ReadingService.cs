using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>Who has read which lesson.</summary>
public sealed class ReadingService(
    IDbContextFactory<ClassroomDbContext> contexts, Curriculum.Curriculum curriculum, TimeProvider clock)
{
    /// <summary>Marks a lesson as read; the first time counts.</summary>
    public async Task<Refusal?> MarkReadAsync(Actor actor, string slug, CancellationToken cancellationToken = default)
    {
        if (curriculum.Find(slug) is null)
        {
            return new Refusal.NotFound();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var there = db.Readings.Where(reading => reading.UserId == actor.UserId && reading.Slug == slug);
        if (await there.AnyAsync(cancellationToken))
        {
            return null;
        }

        db.Readings.Add(new Reading { UserId = actor.UserId, Slug = slug, ReadUtc = clock.UtcNow() });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // A second tab may have been faster; anything else is a real error.
            db.ChangeTracker.Clear();
            if (!await there.AnyAsync(cancellationToken))
            {
                throw;
            }
        }

        return null;
    }

    public async Task<bool> IsReadAsync(Actor actor, string slug, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Readings.AnyAsync(reading => reading.UserId == actor.UserId && reading.Slug == slug, cancellationToken);
    }
}
