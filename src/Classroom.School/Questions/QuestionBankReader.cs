using System.Linq.Expressions;
using System.Text;
using Classroom.Curriculum.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Questions;

/// <summary>The questions that a teacher may see and use: her own, and those of whoever she teaches a class with.</summary>
public sealed class QuestionBankReader(IDbContextFactory<ClassroomDbContext> contexts)
{
    /// <summary>As many as a file of them may hold.</summary>
    private const int MostAtOnce = 1_000;

    // The question as it is stored, with what is beside it.
    private static readonly Expression<Func<OwnQuestion, Row>> ToRow = question => new Row(
        question.Id,
        question.Versions.Where(version => version.Number == question.Number).Select(version => version.Json).First(),
        question.Tags.Select(tag => tag.Tag).ToList(),
        question.Number,
        question.Version,
        question.AuthorId,
        question.Author.DisplayName,
        question.ChangedUtc);

    /// <summary>The page with this number, what was changed last first; nothing for a student.</summary>
    public async Task<Page<StoredQuestion>> ListAsync(
        Actor actor, BankFilter filter, int page = 1, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await Filter(db.OwnQuestions.VisibleTo(db, actor), actor, filter)
            .OrderByDescending(question => question.ChangedUtc).ThenByDescending(question => question.Id)
            .Select(ToRow)
            .ToPageAsync(page, cancellationToken);
        return new([.. found.Items.Select(Read).OfType<StoredQuestion>()], found.Number, found.Pages, found.Total);
    }

    /// <summary>Null where the actor may not see it.</summary>
    public async Task<StoredQuestion?> FindAsync(Actor actor, int questionId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.OwnQuestions.VisibleTo(db, actor).Where(question => question.Id == questionId).Select(ToRow)
            .SingleOrDefaultAsync(cancellationToken) is { } row
            ? Read(row)
            : null;
    }

    /// <summary>For a file: those with these ids, or all that the filter finds; oldest first, as many as fit into one file.</summary>
    public async Task<IReadOnlyList<StoredQuestion>> ListForFileAsync(
        Actor actor, BankFilter filter, IReadOnlyCollection<int>? ids, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var chosen = ids?.ToList();
        var rows = await Filter(db.OwnQuestions.VisibleTo(db, actor), actor, filter)
            .Where(question => chosen == null || EF.Parameter(chosen!).Contains(question.Id))
            .OrderBy(question => question.Id)
            .Take(MostAtOnce)
            .Select(ToRow)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Read).OfType<StoredQuestion>()];
    }

    /// <summary>All tags of the questions that the actor sees, with how many of her own questions have each.</summary>
    public async Task<IReadOnlyList<TagCount>> TagsAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.OwnQuestions.VisibleTo(db, actor)
            .SelectMany(question => question.Tags, (question, tag) => new { tag.Tag, IsMine = question.AuthorId == actor.UserId })
            .GroupBy(tag => tag.Tag)
            .OrderBy(tags => tags.Key)
            .Select(tags => new TagCount(tags.Key, tags.Sum(tag => tag.IsMine ? 1 : 0)))
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<OwnQuestion> Filter(IQueryable<OwnQuestion> questions, Actor actor, BankFilter filter)
    {
        var (text, tag) = (Searchable(filter.Text), Searchable(filter.Tag));
        return questions.Where(question =>
            (string.IsNullOrEmpty(text) || question.SearchText.Contains(text))
            && (string.IsNullOrEmpty(tag) || question.Tags.Any(own => own.Tag == tag))
            && (filter.Kind == null || question.Kind == filter.Kind)
            && (!filter.OnlyMine || question.AuthorId == actor.UserId));
    }

    // An address may hold anything; PostgreSQL takes neither a NUL nor half a letter.
    private static string Searchable(string? typed) => string.Concat((typed ?? "").Trim().EnumerateRunes()
        .Where(rune => !Rune.IsControl(rune))
        .Select(rune => Rune.ToLowerInvariant(rune).ToString()));

    private static StoredQuestion? Read(Row row) => QuestionJson.Read(row.Json) is not { } question ? null : new(
        row.Id,
        question with { Id = QuestionKey.OfOwn(row.Id, row.Number) },
        [.. row.Tags.Order(StringComparer.Ordinal)],
        row.Number,
        row.Version,
        row.AuthorId,
        row.AuthorName,
        row.ChangedUtc);

    private sealed record Row(
        int Id, string Json, List<string> Tags, int Number, int Version, int AuthorId, string AuthorName, DateTime ChangedUtc);
}
