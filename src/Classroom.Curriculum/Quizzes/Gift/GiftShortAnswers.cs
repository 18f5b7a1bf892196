namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>Words to type: each = an answer that is right, or with %0% a typical wrong one; %0%* is any other.</summary>
internal static class GiftShortAnswers
{
    private const string Any = "*";

    public static ShortAnswerQuestion? Read(GiftFrame frame, GiftSpan section)
    {
        var answers = GiftAnswer.Split(section, "=");
        if (!frame.HasRoomFor(answers.Count))
        {
            return null;
        }
        var accept = new List<(int Line, string Text)>();
        var mistakes = new List<(int Line, TextMistake Mistake)>();
        string? feedback = null;
        foreach (var answer in answers)
        {
            var text = Text(frame, answer);
            if (text == Any && answer.Weight == 0)
            {
                feedback = feedback is null ? frame.Feedback(answer.Feedback) : Twice(frame, answer, feedback);
            }
            else if (!IsFit(frame, answer, text))
            {
                continue;
            }
            else if (answer.Weight == 0)
            {
                mistakes.Add((answer.Line, new(Unescape(text), frame.Feedback(answer.Feedback))));
            }
            else
            {
                accept.Add((answer.Line, Unescape(text)));
                frame.Praise(answer.Feedback);
            }
        }
        Check(frame, accept, mistakes);
        return new()
        {
            Id = frame.Id,
            Level = frame.Level,
            Objective = frame.Title,
            PromptHtml = frame.Prompt.Html,
            PromptText = frame.Prompt.Text,
            Hint = frame.Hint,
            Accept = [.. accept.Select(accepted => accepted.Text)],
            Mistakes = [.. mistakes.Select(mistake => mistake.Mistake)],
            Feedback = feedback ?? "",
            Explanation = frame.Explanation,
        };
    }

    private static string Text(GiftFrame frame, GiftAnswer answer) =>
        frame.Texts.Literal(frame.Texts.Format(answer.Text).Words, "The answer");

    private static bool IsFit(GiftFrame frame, GiftAnswer answer, string text)
    {
        var fault = (answer, text) switch
        {
            ({ Sign: '\0' }, _) => "This is no answer that can be read. Write = before each right answer, or T or F for true or false.",
            (_, "") => "This answer has no words. Write them after the =.",
            ({ Weight: not (null or 0 or 100) }, _) =>
                $"The weight %{answer.Weight}% cannot be kept: what is typed is right or wrong. Write %100% or %0%.",
            _ when HasWildcard(text) =>
                "A * that stands for any letters cannot be kept. Write out each answer that is right; a * that is meant is written \\*.",
            _ => null,
        };
        if (fault is not null)
        {
            frame.Log.Fault(answer.Line, fault);
        }
        return fault is null;
    }

    private static void Check(GiftFrame frame, List<(int Line, string Text)> accept, List<(int Line, TextMistake Mistake)> mistakes)
    {
        if (accept.Count == 0)
        {
            frame.Log.Fault(frame.Line, "No answer is right. Write at least one after =, without %0%.");
        }
        var right = new HashSet<string>();
        foreach (var (line, text) in accept.Where(accepted => !right.Add(TypedAnswer.ToKey(accepted.Text))))
        {
            frame.Log.Fault(line, $"\"{text}\" is accepted already (case, spaces and hyphens aside). Take it out.");
        }
        var wrong = new HashSet<string>();
        foreach (var (line, mistake) in mistakes)
        {
            if (right.Contains(TypedAnswer.ToKey(mistake.Text)))
            {
                frame.Log.Fault(line, $"\"{mistake.Text}\" is accepted as right, so it is no mistake. Take one of the two out.");
            }
            else if (!wrong.Add(TypedAnswer.ToKey(mistake.Text)))
            {
                frame.Log.Fault(line, $"\"{mistake.Text}\" is a mistake already (case, spaces and hyphens aside). Take one out.");
            }
        }
    }

    private static string Twice(GiftFrame frame, GiftAnswer answer, string first)
    {
        frame.Log.Fault(answer.Line, "There is feedback on any other answer already. Take one of the two out.");
        return first;
    }

    private static bool HasWildcard(string text) =>
        text.Replace(@"\*", "", StringComparison.Ordinal).Contains('*', StringComparison.Ordinal);

    private static string Unescape(string text) => text.Replace(@"\*", "*", StringComparison.Ordinal);
}
