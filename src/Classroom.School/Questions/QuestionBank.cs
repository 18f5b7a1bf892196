using Classroom.Curriculum.Quizzes;
using Classroom.Naming;
using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Questions;

/// <summary>Questions that teachers write, change and remove.</summary>
public sealed class QuestionBank(
    IDbContextFactory<ClassroomDbContext> contexts, Curriculum.Curriculum curriculum, QuestionBankReader reader, TimeProvider clock)
{
    private static readonly Refusal NoSuchPicture = new Refusal.Invalid(
        "picture", "This picture is no longer there. Choose the file again, or remove the picture.");

    private static readonly Refusal ChangedMeanwhile = new Refusal.Conflict(
        "This question was changed in the meantime, perhaps in another tab. Load the page again, then repeat your change.");

    private readonly QuestionDraftRules rules = new(curriculum);

    /// <summary>All that is wrong with a question, before it is stored.</summary>
    public IReadOnlyList<Fault> Check(QuestionDraft draft) => rules.Find(draft);

    public async Task<Outcome<StoredQuestion>> AddAsync(Actor actor, QuestionDraft draft, CancellationToken cancellationToken = default)
    {
        var faults = rules.Find(draft);
        return actor.Role == Role.Student ? new Refusal.NotFound()
            : faults.Count > 0 ? new Refusal.Invalid(faults)
            : await AddAllAsync(actor, [draft], AuditAction.QuestionCreated, detail: null, cancellationToken) is var (refusal, ids)
                && refusal is null
                ? (await reader.FindAsync(actor, ids[0], cancellationToken))!
                : refusal;
    }

    /// <summary>All of them or, where one cannot be stored, none.</summary>
    public async Task<Outcome<ImportedQuestions>> ImportAsync(
        Actor actor, IReadOnlyList<QuestionDraft> drafts, CancellationToken cancellationToken = default)
    {
        if (actor.Role == Role.Student)
        {
            return new Refusal.NotFound();
        }

        List<Fault> faults = drafts.Count == 0 ? [new("gift", "There is no question to import.")] : [];
        foreach (var (place, draft) in drafts.Index())
        {
            faults.AddRange(rules.Find(draft).Select(fault => new Fault($"questions[{place}].{fault.Field}", fault.Message)));
        }

        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        var (refusal, ids) = await AddAllAsync(
            actor, drafts, AuditAction.QuestionsImported, $"{drafts.Count} questions from GIFT", cancellationToken);
        return refusal is null ? new ImportedQuestions(ids) : refusal;
    }

    /// <summary>A copy of a question that the actor sees, her own from now on.</summary>
    public async Task<Outcome<StoredQuestion>> CopyAsync(Actor actor, int questionId, CancellationToken cancellationToken = default) =>
        await reader.FindAsync(actor, questionId, cancellationToken) is { } found
            ? await AddAsync(actor, new(found.Question, found.Tags), cancellationToken)
            : new Refusal.NotFound();

    /// <summary>A copy of a term's question.</summary>
    /// <param name="key">As <see cref="QuestionKey.OfTerm"/> writes it.</param>
    public async Task<Outcome<StoredQuestion>> CopyOfTermAsync(Actor actor, string key, CancellationToken cancellationToken = default) =>
        QuestionKey.ReadTerm(key) is { } ofTerm && curriculum.Find(ofTerm.Slug) is { Quiz: { } quiz } term
        && quiz.Find(ofTerm.QuestionId) is { } question
            ? await AddAsync(actor, new(question, [term.Slug]), cancellationToken)
            : new Refusal.NotFound();

    /// <summary>Makes a new version of one's own question; attempts keep the version that they were given.</summary>
    /// <param name="version">The <see cref="StoredQuestion.Version"/> that was on the screen.</param>
    public async Task<Outcome<StoredQuestion>> ChangeAsync(
        Actor actor, int questionId, QuestionDraft draft, int version, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.OwnQuestions.WrittenBy(actor).Include(question => question.Tags)
                .SingleOrDefaultAsync(question => question.Id == questionId, cancellationToken) is not { } found)
        {
            return new Refusal.NotFound();
        }

        if (rules.Find(draft) is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        if (!await db.MayShowAsync(actor, draft.Question.Picture, cancellationToken))
        {
            return NoSuchPicture;
        }

        var before = Describe(found);
        var json = QuestionJson.Write(draft.Question with { Id = "" });
        if (await db.QuestionVersions.AnyAsync(
                old => old.QuestionId == questionId && old.Number == found.Number && old.Json != json, cancellationToken))
        {
            found.Number++;
            found.Versions.Add(new()
            {
                Number = found.Number,
                Json = json,
                PictureId = draft.Question.Picture?.Id,
                CreatedUtc = clock.UtcNow(),
            });
        }

        Apply(found, draft);
        db.Entry(found).Property(question => question.Version).OriginalValue = version;
        db.Entry(found).State = EntityState.Modified;
        db.Record(actor, clock, AuditAction.QuestionChanged, Name(found), $"#{found.Id}: {before} to {Describe(found)}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return ChangedMeanwhile;
        }

        return (await reader.FindAsync(actor, questionId, cancellationToken))!;
    }

    /// <summary>Takes one's own question out of the bank, and out of what quizzes ask from now on; attempts keep it.</summary>
    public async Task<Refusal?> RemoveAsync(Actor actor, int questionId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.OwnQuestions.WrittenBy(actor).Include(question => question.Tags)
                .SingleOrDefaultAsync(question => question.Id == questionId, cancellationToken) is not { } found)
        {
            return new Refusal.NotFound();
        }

        found.RemovedUtc = clock.UtcNow();
        db.Record(actor, clock, AuditAction.QuestionRemoved, Name(found), $"#{found.Id}: {Describe(found)}");
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

    private async Task<(Refusal? Refusal, IReadOnlyList<int> Ids)> AddAllAsync(
        Actor actor, IReadOnlyList<QuestionDraft> drafts, AuditAction action, string? detail, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Held, so that two imports at once cannot both find room.
        if (!await db.LockPersonAsync(actor.UserId, cancellationToken))
        {
            return (new Refusal.NotFound(), []);
        }

        foreach (var draft in drafts)
        {
            if (!await db.MayShowAsync(actor, draft.Question.Picture, cancellationToken))
            {
                return (NoSuchPicture, []);
            }
        }

        var there = await db.OwnQuestions.WrittenBy(actor).CountAsync(cancellationToken);
        if (there + drafts.Count > OwnQuestion.MostPerAuthor)
        {
            return (
                new Refusal.StorageExceeded(
                    $"Your bank has {Counted.Format(there, "question")}, and at most {OwnQuestion.MostPerAuthor:N0} fit. "
                    + "Remove some first."),
                []);
        }

        var now = clock.UtcNow();
        var added = drafts.Select(draft =>
        {
            var question = new OwnQuestion
            {
                AuthorId = actor.UserId,
                Kind = draft.Question.Kind,
                Text = "",
                SearchText = "",
                ChangedUtc = now,
            };
            Apply(question, draft);
            question.Versions.Add(new()
            {
                Number = 1,
                Json = QuestionJson.Write(draft.Question with { Id = "" }),
                PictureId = draft.Question.Picture?.Id,
                CreatedUtc = now,
            });
            return question;
        }).ToList();
        db.OwnQuestions.AddRange(added);
        await db.SaveChangesAsync(cancellationToken);
        var (first, last) = (added[0].Id, added[^1].Id);
        db.Record(
            actor, clock, action, Name(added[0]), detail is null ? $"#{first}: {Describe(added[0])}" : $"{detail}, #{first} to #{last}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (null, added.ConvertAll(question => question.Id));
    }

    private void Apply(OwnQuestion question, QuestionDraft draft)
    {
        question.Kind = draft.Question.Kind;
        question.Text = draft.Question.PromptText;
        question.SearchText = $"{draft.Question.Objective}\n{draft.Question.PromptText}".ToLowerInvariant();
        question.ChangedUtc = clock.UtcNow();
        var tags = QuestionDraftRules.Tidy(draft.Tags);
        question.Tags.RemoveAll(tag => !tags.Contains(tag.Tag));
        question.Tags.AddRange(
            tags.Where(tag => !question.Tags.Exists(old => old.Tag == tag)).Select(tag => new QuestionTag { Tag = tag }));
    }

    private static string Name(OwnQuestion question) => question.Text.Length <= 60 ? question.Text : $"{question.Text[..59]}…";

    private static string Describe(OwnQuestion question) =>
        $"version {question.Number}, {question.Kind}, tags “{string.Join(", ", question.Tags.Select(tag => tag.Tag).Order())}”, "
        + $"“{Name(question)}”";
}
