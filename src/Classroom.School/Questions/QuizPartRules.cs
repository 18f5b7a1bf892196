using Classroom.Naming;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Questions;

/// <summary>What is wrong with the pieces of a quiz.</summary>
internal sealed class QuizPartRules(Curriculum.Curriculum curriculum)
{
    public async Task<IReadOnlyList<Fault>> FindAsync(
        ClassroomDbContext db, Actor actor, IReadOnlyList<NewQuizPart> parts, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        if (parts.Count == 0)
        {
            faults.Add(new("parts", "Choose at least one question, or a tag to draw from."));
        }

        if (parts.Sum(part => part.Tag is null ? 1L : Math.Clamp(part.Count, 0, OwnQuiz.MostQuestions + 1)) > OwnQuiz.MostQuestions)
        {
            faults.Add(new("parts", $"A quiz has at most {OwnQuiz.MostQuestions} questions. Take some out."));
            return faults;
        }

        var ids = parts.Select(part => part.QuestionId).OfType<int>().ToList();
        var seen = await db.OwnQuestions.VisibleTo(db, actor).Where(question => EF.Parameter(ids).Contains(question.Id))
            .Select(question => question.Id)
            .ToHashSetAsync(cancellationToken);
        var tags = await db.OwnQuestions.WrittenBy(actor).SelectMany(question => question.Tags).GroupBy(tag => tag.Tag)
            .Select(tag => new { tag.Key, Count = tag.Count() })
            .ToDictionaryAsync(tag => tag.Key, tag => tag.Count, cancellationToken);
        var before = new HashSet<string>();
        foreach (var (place, part) in parts.Index())
        {
            if (FaultOf(part, seen, tags) is { } fault)
            {
                faults.Add(new("parts", $"Line {place + 1}: {fault}"));
            }
            else if (!before.Add($"{part.QuestionId}/{part.BuiltIn}/{part.Tag}"))
            {
                faults.Add(new("parts", $"Line {place + 1}: this is in the quiz already. Take one of the two out."));
            }
        }

        return faults;
    }

    private string? FaultOf(NewQuizPart part, HashSet<int> seen, Dictionary<string, int> tags) => part switch
    {
        { QuestionId: { } id, BuiltIn: null, Tag: null } => seen.Contains(id) ? null : $"there is no question {id} that you can use.",
        { QuestionId: null, BuiltIn: { } key, Tag: null } =>
            key.Length <= QuizPart.LongestBuiltIn && QuestionKey.ReadTerm(key) is { } ofTerm
            && curriculum.Find(ofTerm.Slug)?.Quiz?.Find(ofTerm.QuestionId) is not null
                ? null
                : "there is no such question of a lesson.",
        { QuestionId: null, BuiltIn: null, Tag: { } tag } => tags.GetValueOrDefault(tag.Trim().ToLowerInvariant()) switch
        {
            0 => "none of your own questions has this tag.",
            var there when part.Count < 1 || part.Count > there =>
                $"{Counted.Format(there, "question")} of yours {(there == 1 ? "has" : "have")} this tag. "
                + $"Draw at least 1 and at most {there}.",
            _ => null,
        },
        _ => "choose a question or a tag.",
    };
}
