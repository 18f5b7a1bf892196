using Classroom.Curriculum.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Questions;

/// <summary>
/// Where attempts get their questions from: a term's quiz, or one that a teacher made. Whoever may see the attempt may see them.
/// </summary>
public sealed class QuizSource(Curriculum.Curriculum curriculum)
{
    /// <summary>The questions that answers name, each in the version that was given. No query for terms' quizzes.</summary>
    internal async Task<GivenQuestions> ReadAsync(
        ClassroomDbContext db, IEnumerable<(string Slug, string QuestionId)> answers, CancellationToken cancellationToken)
    {
        var wanted = answers.Where(answer => OwnQuiz.IsOwn(answer.Slug))
            .Select(answer => QuestionKey.ReadOwn(answer.QuestionId))
            .OfType<(int QuestionId, int Number)>()
            .ToHashSet();
        if (wanted.Count == 0)
        {
            return new(curriculum, new Dictionary<string, Question>());
        }

        var ids = wanted.Select(version => version.QuestionId).Distinct().ToList();
        var numbers = wanted.Select(version => version.Number).Distinct().ToList();
        var versions = await db.QuestionVersions
            .Where(version => EF.Parameter(ids).Contains(version.QuestionId) && EF.Parameter(numbers).Contains(version.Number))
            .Select(version => new { version.QuestionId, version.Number, version.Json })
            .ToListAsync(cancellationToken);
        return new(
            curriculum,
            (from version in versions
             where wanted.Contains((version.QuestionId, version.Number))
             let question = QuestionJson.Read(version.Json)
             where question is not null
             select (Key: QuestionKey.OfOwn(version.QuestionId, version.Number), question))
            .ToDictionary(found => found.Key, found => found.question));
    }

    /// <summary>The questions of one quiz that answers name; one that has left its term's quiz is not among them.</summary>
    internal async Task<Quiz> ReadQuizAsync(
        ClassroomDbContext db, string slug, IReadOnlyCollection<string> questionIds, CancellationToken cancellationToken)
    {
        var given = await ReadAsync(db, questionIds.Select(id => (slug, id)), cancellationToken);
        return new Quiz { Questions = [.. questionIds.Select(id => given.Find(slug, id)).OfType<Question>()] };
    }

    /// <summary>By slug the titles of those among the quizzes that teachers made. No query where there are none.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> ReadTitlesAsync(
        ClassroomDbContext db, IEnumerable<string> slugs, CancellationToken cancellationToken)
    {
        var ids = slugs.Select(OwnQuiz.IdOf).OfType<int>().Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<string, string>()
            : await db.OwnQuizzes.Where(quiz => EF.Parameter(ids).Contains(quiz.Id)).Select(quiz => new { quiz.Id, quiz.Title })
                .ToDictionaryAsync(quiz => OwnQuiz.SlugOf(quiz.Id), quiz => quiz.Title, cancellationToken);
    }

    /// <summary>The questions of a new attempt, in their order, as its answers will name them; null where there is no such quiz.</summary>
    internal async Task<IReadOnlyList<string>?> DrawAsync(
        ClassroomDbContext db, string slug, QuestionLevel level, int seed, CancellationToken cancellationToken) =>
        !OwnQuiz.IsOwn(slug)
            ? curriculum.Find(slug)?.Quiz is { } quiz
                ? [.. AttemptPlan.Draw(quiz.For(level), seed).Select(planned => planned.Question.Id)]
                : null
            : OwnQuiz.IdOf(slug) is { } id && await db.OwnQuizzes.AsNoTracking().Include(own => own.Parts)
                .SingleOrDefaultAsync(own => own.Id == id, cancellationToken) is { } found
                ? await DrawAsync(db, found, seed, cancellationToken)
                : null;

    // What its author may no longer use, or has removed, is passed over.
    private async Task<IReadOnlyList<string>> DrawAsync(ClassroomDbContext db, OwnQuiz quiz, int seed, CancellationToken cancellationToken)
    {
        var fixedIds = quiz.Parts.Select(part => part.QuestionId).OfType<int>().Distinct().ToList();
        var usable = await db.OwnQuestions.UsableBy(db, quiz.AuthorId).Where(question => EF.Parameter(fixedIds).Contains(question.Id))
            .Select(question => new { question.Id, question.Number })
            .ToDictionaryAsync(question => question.Id, question => QuestionKey.OfOwn(question.Id, question.Number), cancellationToken);
        var tags = quiz.Parts.Select(part => part.Tag).OfType<string>().Distinct().ToList();
        var tagged = tags.Count == 0
            ? []
            : await db.OwnQuestions
                .Where(question => question.RemovedUtc == null && question.AuthorId == quiz.AuthorId)
                .SelectMany(question => question.Tags, (question, tag) => new { tag.Tag, question.Id, question.Number })
                .Where(question => EF.Parameter(tags).Contains(question.Tag))
                .ToListAsync(cancellationToken);
        var byTag = tagged.ToLookup(question => question.Tag, question => QuestionKey.OfOwn(question.Id, question.Number));

        // A question is asked once, and what stands in the quiz by name is not drawn as well.
        var taken = usable.Values.ToHashSet();
        var keys = new List<string>();
        foreach (var part in quiz.Parts.OrderBy(part => part.Place))
        {
            if (part.Tag is { } tag)
            {
                var drawn = AttemptPlan.Pick(byTag[tag].Where(key => !taken.Contains(key)), seed, part.Count).ToList();
                taken.UnionWith(drawn);
                keys.AddRange(drawn);
            }
            else if (part.QuestionId is { } id)
            {
                keys.AddRange(usable.TryGetValue(id, out var key) ? [key] : []);
            }
            else if (part.BuiltIn is { } builtIn && QuestionKey.ReadTerm(builtIn) is { } ofTerm
                && curriculum.Find(ofTerm.Slug)?.Quiz?.Find(ofTerm.QuestionId) is not null)
            {
                keys.Add(builtIn);
            }
        }

        return [.. keys.Distinct()];
    }
}
