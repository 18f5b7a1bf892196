using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Quizzes.Gift;
using Classroom.Naming;

namespace Classroom.School.Questions;

/// <summary>What is wrong with a question that is to be stored.</summary>
internal sealed class QuestionDraftRules(Curriculum.Curriculum curriculum)
{
    public List<Fault> Find(QuestionDraft draft)
    {
        List<Fault> faults =
        [
            .. draft.Unread,
            .. QuestionRules.Find(draft.Question).Select(fault => new Fault(fault.Field, fault.Message)),
            .. FindInTags(Tidy(draft.Tags)),
        ];
        if (draft.Question is ReadChartQuestion chart && !ofTerms.Value.Charts.Contains(chart.ChartHtml))
        {
            faults.Add(new("chart", "Choose one of the charts of the lessons."));
        }

        if (draft.Question.PromptHtml.Length > 0 && WrittenPrompt.Of(draft.Question.PromptHtml) is null
            && !ofTerms.Value.Prompts.Contains(draft.Question.PromptHtml))
        {
            faults.Add(new("prompt", "The question has markup that cannot be kept. Write it as text."));
        }

        if (draft.Question.Picture is { } picture)
        {
            faults.AddRange(FindInAlt(picture.Alt));
        }

        return [.. faults.DistinctBy(fault => (fault.Field, fault.Message))];
    }

    /// <summary>In lower case, each once, none empty.</summary>
    public static IReadOnlyList<string> Tidy(IEnumerable<string> tags) =>
    [
        .. tags.Select(tag => tag.Trim().ToLowerInvariant()).Where(tag => tag.Length > 0).Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<Fault> FindInAlt(string alt)
    {
        if (string.IsNullOrWhiteSpace(alt))
        {
            yield return new("alt", "Describe the picture: students who cannot see it are asked the same question.");
        }
        else if (alt.Length > StoredPicture.LongestAlt)
        {
            yield return new("alt", $"The description has {alt.Length} characters; at most {StoredPicture.LongestAlt} fit.");
        }
        else if (NameText.Fault(alt) is { } unseen)
        {
            yield return new("alt", unseen);
        }
    }

    private static IEnumerable<Fault> FindInTags(IReadOnlyList<string> tags)
    {
        if (tags.Count > OwnQuestion.MostTags)
        {
            yield return new("tags", $"There are {tags.Count} tags; at most {OwnQuestion.MostTags} fit.");
        }

        foreach (var tag in tags)
        {
            if (tag.Length > QuestionTag.Longest)
            {
                yield return new("tags", $"A tag has {tag.Length} characters; at most {QuestionTag.Longest} fit.");
            }
            else if (tag.Contains(',', StringComparison.Ordinal))
            {
                yield return new("tags", "A tag has no comma. Commas go between tags.");
            }
            else if (NameText.Fault(tag) is { } unseen)
            {
                yield return new("tags", unseen);
            }
        }
    }

    // A copy of a term's question keeps its figure or chart: that HTML is ours, and nobody else's is stored.
    private readonly Lazy<(HashSet<string> Prompts, HashSet<string> Charts)> ofTerms = new(() =>
    {
        var all = curriculum.Terms.SelectMany(term => term.Quiz?.Questions ?? []).ToList();
        return ([.. all.Select(question => question.PromptHtml)], [.. all.OfType<ReadChartQuestion>().Select(chart => chart.ChartHtml)]);
    });
}
