using Classroom.Curriculum.Quizzes;
using Classroom.Naming;
using Classroom.School;
using Classroom.School.Questions;

namespace Classroom.Web.Features.Questions;

/// <summary>Questions for the page on which a quiz is put together.</summary>
public sealed class QuizPartFinder(QuestionBankReader reader, Curriculum.Curriculum curriculum)
{
    /// <summary>Of a bank and of a lesson together.</summary>
    private const int MostFound = 20;

    /// <summary>The lines of a quiz in words.</summary>
    public async Task<IReadOnlyList<QuizPartView>> ShowAsync(Actor actor, IReadOnlyList<string> parts)
    {
        var read = parts.Select(part => (Written: part, Part: QuizForm.Read(part))).ToList();
        var ids = read.Select(part => part.Part.QuestionId).OfType<int>().ToList();
        var stored = ids.Count == 0
            ? []
            : (await reader.ListForFileAsync(actor, new(), ids)).ToDictionary(found => found.Id);
        return [.. read.Select(part => part.Part switch
        {
            { QuestionId: { } id } when stored.TryGetValue(id, out var own) => Show(own, actor),
            { BuiltIn: { } key } when FindOfTerm(key) is { } ofTerm => ofTerm,
            { Tag: { } tag, Count: var count } => new(
                part.Written,
                $"{Counted.Format(count, "question")} with the tag “{tag}”",
                "Drawn for each attempt from its author’s own questions",
                null),
            _ => new QuizPartView(part.Written, "A question that is no longer there", "It is not asked. Take it out.", null),
        })];
    }

    /// <summary>What could be added: of a lesson where its slug is the source, else of the bank.</summary>
    public async Task<IReadOnlyList<QuizPartView>> FindAsync(Actor actor, string? source, string? words)
    {
        if (curriculum.Find(source) is not { Quiz: { } quiz } term)
        {
            var found = await reader.ListAsync(actor, new() { Text = words });
            return [.. found.Items.Take(MostFound).Select(stored => Show(stored, actor))];
        }

        return
        [
            .. quiz.Questions
                .Where(question => question.PromptText.Contains((words ?? "").Trim(), StringComparison.OrdinalIgnoreCase))
                .Select(question => Show(term.Slug, term.Name, question)),
        ];
    }

    private QuizPartView? FindOfTerm(string key) =>
        QuestionKey.ReadTerm(key) is { } ofTerm && curriculum.Find(ofTerm.Slug) is { } term
        && term.Quiz?.Find(ofTerm.QuestionId) is { } question
            ? Show(term.Slug, term.Name, question)
            : null;

    private static QuizPartView Show(StoredQuestion stored, Actor actor) => new(
        QuizForm.Write(new(stored.Id)),
        stored.Question.PromptText,
        $"{KindText.Name(stored.Question.Kind)} · {(stored.AuthorId == actor.UserId ? "Yours" : $"By {stored.AuthorName}")}",
        stored.Question);

    private static QuizPartView Show(string slug, string name, Question question) => new(
        QuizForm.Write(new(BuiltIn: QuestionKey.OfTerm(slug, question.Id))),
        question.PromptText,
        $"{KindText.Name(question.Kind)} · {name}",
        question);
}
