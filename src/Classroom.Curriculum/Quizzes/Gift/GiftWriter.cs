using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>
/// Writes questions in Moodle's GIFT text format. Every question is read back before it counts as written, so what GIFT cannot hold is
/// named and never lost without a word. For what only we have (hint, level, unit, feedback on pairs) there are comments, which other
/// programs pass over.
/// </summary>
public static class GiftWriter
{
    /// <summary>A file of these questions, in their order.</summary>
    public static GiftWriting Write(IEnumerable<Question> questions)
    {
        var text = new StringBuilder();
        var unwritten = new List<GiftUnwritten>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var bytes = 0;
        foreach (var question in questions)
        {
            var (gift, fault) = WriteOne(question);
            if (fault is null && !ids.Add(question.Id))
            {
                fault = $"Another question has the id \"{question.Id}\" already.";
            }
            if (fault is null && (ids.Count > GiftLimits.MostQuestions || bytes + Encoding.UTF8.GetByteCount(gift) > GiftLimits.MostBytes))
            {
                fault = $"The file is full: it holds {GiftLimits.MostQuestions:N0} questions and 1 MiB.";
            }
            if (fault is null)
            {
                text.Append(gift);
                bytes += Encoding.UTF8.GetByteCount(gift);
            }
            else
            {
                unwritten.Add(new(question, fault));
            }
        }
        return new(text.ToString(), unwritten);
    }

    private static (string Gift, string? Fault) WriteOne(Question question)
    {
        if (question is ReadChartQuestion)
        {
            return ("", "It is about a chart, which GIFT cannot hold.");
        }
        if (GiftPrompt.Of(question) is not { } prompt)
        {
            return ("", "Its prompt has a figure, a table, a formula or a link, which GIFT cannot hold.");
        }
        if (WithArrow(question) is { } arrow)
        {
            return ("", $"\"{arrow}\" has an arrow (->), which GIFT takes for a pair to match.");
        }
        var parts = new GiftParts(prompt.IsHtml);
        var gift = $"{Comments(question)}{GiftParts.Title(question.Objective)}{prompt.Written}{{{parts.Section(question)}}}\n\n";
        return (gift, FaultOf(question, gift));
    }

    private static string? FaultOf(Question question, string gift)
    {
        var reading = GiftReader.Read(gift);
        return reading.Faults is [var fault, ..] ? fault.Message
            : reading.Questions is [var back] && Json(back.Question) == Json(question) ? null
            : reading.Notes is [var note, ..] ? note.Message
            : "A text in it would not be read back as it is: it has line breaks, spaces in a row or at an end, or no words.";
    }

    // Records compare lists by reference; this compares what is in them.
    private static string Json(Question question) => JsonSerializer.Serialize<object>(question);

    private static string? WithArrow(Question question)
    {
        IEnumerable<string> texts = question switch
        {
            ShortAnswerQuestion typed =>
                [.. typed.Accept, .. typed.Mistakes.SelectMany(mistake => new[] { mistake.Text, mistake.Feedback }), typed.Feedback],
            MatchingQuestion matching => matching.Pairs.Select(pair => pair.Left),
            _ => [],
        };
        return texts.FirstOrDefault(text => text.Contains("->", StringComparison.Ordinal));
    }

    private static string Comments(Question question)
    {
        var comments = new StringBuilder("// ").Append(GiftComments.Write(GiftComments.Id, question.Id));
        void Add(string name, string? value, string before)
        {
            if (!string.IsNullOrEmpty(value))
            {
                comments.Append(CultureInfo.InvariantCulture, $"{before}{GiftComments.Write(name, value)}");
            }
        }

        Add(GiftComments.Level, question.Level == QuestionLevel.Deep ? "deep" : null, " ");
        Add(GiftComments.Unit, (question as NumberQuestion)?.Unit, " ");
        Add(GiftComments.Hint, question.Hint, "\n// ");
        if (question is OrderingQuestion ordering)
        {
            Add(GiftComments.Feedback, ordering.Feedback, "\n// ");
            Add(GiftComments.Explanation, ordering.Explanation, "\n// ");
        }
        if (question is MatchingQuestion matching && matching.Pairs.Any(pair => pair.Feedback.Length > 0))
        {
            foreach (var pair in matching.Pairs)
            {
                comments.Append(CultureInfo.InvariantCulture, $"\n// {GiftComments.Write(GiftComments.Feedback, pair.Feedback)}");
            }
        }
        return comments.Append('\n').ToString();
    }
}
