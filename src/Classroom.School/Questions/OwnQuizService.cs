using Classroom.Naming;
using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Questions;

/// <summary>Quizzes that teachers put together from their own questions, those that others share with them, and the terms'.</summary>
public sealed class OwnQuizService(IDbContextFactory<ClassroomDbContext> contexts, Curriculum.Curriculum curriculum, TimeProvider clock)
{
    private static readonly Refusal ChangedMeanwhile = new Refusal.Conflict(
        "This quiz was changed in the meantime, perhaps in another tab. Load the page again, then repeat your change.");

    /// <summary>One's own and those of whoever one teaches a class with, by title.</summary>
    public async Task<IReadOnlyList<QuizDetails>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.OwnQuizzes.AsNoTracking().VisibleTo(db, actor).Include(quiz => quiz.Parts).Include(quiz => quiz.Author)
            .ToListAsync(cancellationToken);
        return [.. found.Select(ToDetails).OrderBy(quiz => quiz.Title, StringComparer.OrdinalIgnoreCase).ThenBy(quiz => quiz.Id)];
    }

    /// <summary>Null where the actor may not see it.</summary>
    public async Task<QuizDetails?> FindAsync(Actor actor, int quizId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.OwnQuizzes.AsNoTracking().VisibleTo(db, actor).Include(quiz => quiz.Parts).Include(quiz => quiz.Author)
            .SingleOrDefaultAsync(quiz => quiz.Id == quizId, cancellationToken) is { } found
            ? ToDetails(found)
            : null;
    }

    public async Task<Outcome<QuizDetails>> CreateAsync(Actor actor, QuizSettings wanted, CancellationToken cancellationToken = default)
    {
        if (actor.Role == Role.Student)
        {
            return new Refusal.NotFound();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.LockPersonAsync(actor.UserId, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        if (await FindFaultsAsync(db, actor, wanted, cancellationToken) is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        if (await db.OwnQuizzes.WrittenBy(actor).CountAsync(cancellationToken) >= OwnQuiz.MostPerAuthor)
        {
            return new Refusal.StorageExceeded($"You have {OwnQuiz.MostPerAuthor} quizzes, and no more fit. Remove some first.");
        }

        var quiz = new OwnQuiz { AuthorId = actor.UserId, Title = "", ChangedUtc = clock.UtcNow() };
        Apply(quiz, wanted);
        db.OwnQuizzes.Add(quiz);
        await db.SaveChangesAsync(cancellationToken);
        db.Record(actor, clock, AuditAction.QuizCreated, quiz.Title, $"#{quiz.Id}: {Describe(quiz)}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await FindAsync(actor, quiz.Id, cancellationToken))!;
    }

    /// <summary>For its author. Attempts that have begun keep their questions.</summary>
    /// <param name="version">The <see cref="QuizDetails.Version"/> that was on the screen.</param>
    public async Task<Outcome<QuizDetails>> ChangeAsync(
        Actor actor, int quizId, QuizSettings wanted, int version, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.OwnQuizzes.WrittenBy(actor).Include(quiz => quiz.Parts)
                .SingleOrDefaultAsync(quiz => quiz.Id == quizId, cancellationToken) is not { } found)
        {
            return new Refusal.NotFound();
        }

        if (await FindFaultsAsync(db, actor, wanted, cancellationToken) is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var before = Describe(found);
        db.Entry(found).Property(quiz => quiz.Version).OriginalValue = version;
        db.Entry(found).State = EntityState.Modified;
        try
        {
            // The places are keys, so the old parts go before the new ones come.
            found.Parts.Clear();
            found.ChangedUtc = clock.UtcNow();
            await db.SaveChangesAsync(cancellationToken);
            Apply(found, wanted);
            db.Record(actor, clock, AuditAction.QuizChanged, found.Title, $"#{found.Id}: {before} to {Describe(found)}");
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return ChangedMeanwhile;
        }

        return (await FindAsync(actor, quizId, cancellationToken))!;
    }

    /// <summary>For its author. It can no longer be assigned; assignments that have it keep it.</summary>
    public async Task<Refusal?> RemoveAsync(Actor actor, int quizId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.OwnQuizzes.WrittenBy(actor).Include(quiz => quiz.Parts)
                .SingleOrDefaultAsync(quiz => quiz.Id == quizId, cancellationToken) is not { } found)
        {
            return new Refusal.NotFound();
        }

        found.RemovedUtc = clock.UtcNow();
        db.Record(actor, clock, AuditAction.QuizRemoved, found.Title, $"#{found.Id}: {Describe(found)}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangedMeanwhile;
        }
    }

    private static void Apply(OwnQuiz quiz, QuizSettings wanted)
    {
        (quiz.Title, quiz.AllowsPractice) = (wanted.Title.Trim(), wanted.AllowsPractice);
        quiz.Parts.AddRange(wanted.Parts.Select((part, place) => new QuizPart
        {
            Place = place,
            QuestionId = part.QuestionId,
            BuiltIn = part.BuiltIn,
            Tag = part.Tag?.Trim().ToLowerInvariant(),
            Count = part.Tag is null ? 0 : part.Count,
        }));
    }

    private async Task<List<Fault>> FindFaultsAsync(
        ClassroomDbContext db, Actor actor, QuizSettings wanted, CancellationToken cancellationToken)
    {
        var title = wanted.Title.Trim();
        var faults = new List<Fault>();
        var titleFault = title.Length == 0 ? "Give the quiz a title."
            : title.Length > OwnQuiz.LongestTitle ? $"The title has {title.Length} characters; at most {OwnQuiz.LongestTitle} fit."
            : NameText.Fault(title);
        if (titleFault is not null)
        {
            faults.Add(new("title", titleFault));
        }

        faults.AddRange(await new QuizPartRules(curriculum).FindAsync(db, actor, wanted.Parts, cancellationToken));
        return faults;
    }

    private static QuizDetails ToDetails(OwnQuiz quiz) => new()
    {
        Id = quiz.Id,
        Title = quiz.Title,
        AllowsPractice = quiz.AllowsPractice,
        AuthorId = quiz.AuthorId,
        AuthorName = quiz.Author.DisplayName,
        ChangedUtc = quiz.ChangedUtc,
        Version = quiz.Version,
        Parts = [.. quiz.Parts.OrderBy(part => part.Place)],
    };

    private static string Describe(OwnQuiz quiz) =>
        $"“{quiz.Title}”{(quiz.AllowsPractice ? ", practice" : "")}: " + string.Join(", ", quiz.Parts.OrderBy(part => part.Place)
            .Select(part => part.Tag is { } tag ? $"{part.Count} of “{tag}”" : part.BuiltIn ?? $"#{part.QuestionId}"));
}
