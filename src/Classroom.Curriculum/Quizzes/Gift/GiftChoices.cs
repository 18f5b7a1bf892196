namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>Questions with choices: = is the one right choice, or weights say how much each of several is worth.</summary>
internal static class GiftChoices
{
    private const int Fewest = 2;

    // Whole percents of a third or a seventh are meant as shares too.
    private const decimal Rounding = 0.5m;

    public static Question? Read(GiftFrame frame, GiftSpan section)
    {
        var answers = GiftAnswer.Split(section, "~=");
        if (!frame.HasRoomFor(answers.Count))
        {
            return null;
        }
        if (answers.Count < Fewest)
        {
            frame.Log.Fault(frame.Line, "There is only one choice. Add another, each with ~ or = before it.");
        }
        foreach (var stray in answers.Where(answer => answer.Sign == '\0'))
        {
            frame.Log.Fault(
                stray.Line, "These words stand before the first choice. Write ~ or = before them, or move them out of the braces.");
        }
        return answers.Any(answer => answer.Sign == '=') ? OneAnswer(frame, answers) : SeveralAnswers(frame, answers);
    }

    private static OneAnswerQuestion OneAnswer(GiftFrame frame, IReadOnlyList<GiftAnswer> answers)
    {
        foreach (var (answer, weight) in answers.Where(answer => answer.Weight is not null)
            .Select(answer => (answer, answer.Weight!.Value))
            .Where(answer => answer.Value != (answer.answer.Sign == '=' ? 100 : 0)))
        {
            frame.Log.Fault(
                answer.Line,
                $"The weight %{weight}% cannot be kept: the one right choice earns all points and any other none. Take the weight out.");
        }
        foreach (var second in answers.Where(answer => answer.Sign == '=').Skip(1))
        {
            frame.Log.Fault(
                second.Line,
                "More than one choice has =. Where several are right, give each its share instead, such as ~%50% for each of two.");
        }
        return new()
        {
            Id = frame.Id,
            Level = frame.Level,
            Objective = frame.Title,
            PromptHtml = frame.Prompt.Html,
            PromptText = frame.Prompt.Text,
            Hint = frame.Hint,
            Choices = Choices(frame, answers, answer => answer.Sign == '='),
            Explanation = frame.Explanation,
        };
    }

    private static SeveralAnswersQuestion SeveralAnswers(GiftFrame frame, IReadOnlyList<GiftAnswer> answers)
    {
        var right = answers.Count(IsRight);
        var share = 100m / Math.Max(1, right);
        if (right == 0)
        {
            frame.Log.Fault(
                frame.Line, "No choice is right. Write = before the right one, or a weight such as ~%50% before each of several.");
        }
        else if (right == answers.Count)
        {
            frame.Log.Fault(frame.Line, "Every choice is right, so there is nothing to choose. Add a wrong one.");
        }
        foreach (var answer in answers.Where(answer => right > 0 && answer.Weight is { } weight && Math.Abs(weight) != 0))
        {
            CheckWeight(frame, answer, share, right);
        }
        if (right > 0 && answers.Any(answer => answer.Weight is null or 0))
        {
            frame.Log.Note(frame.Line, "Each wrong choice that is picked takes away what a right one earns, so picking all does not pay.");
        }
        return new()
        {
            Id = frame.Id,
            Level = frame.Level,
            Objective = frame.Title,
            PromptHtml = frame.Prompt.Html,
            PromptText = frame.Prompt.Text,
            Hint = frame.Hint,
            Choices = Choices(frame, answers, IsRight),
            Explanation = frame.Explanation,
        };
    }

    private static bool IsRight(GiftAnswer answer) => answer.Weight > 0;

    private static void CheckWeight(GiftFrame frame, GiftAnswer answer, decimal share, int right)
    {
        var weight = answer.Weight!.Value;
        if (Math.Abs(Math.Abs(weight) - share) <= Rounding)
        {
            return;
        }
        frame.Log.Fault(answer.Line, weight > 0
            ? $"The weight %{weight}% cannot be kept: with {right} right choices each earns the same share, %{share:0.#####}%."
            : $"The weight %{weight}% cannot be kept: a wrong choice costs what a right one earns. Write %-{share:0.#####}%, or none.");
    }

    private static List<Choice> Choices(GiftFrame frame, IReadOnlyList<GiftAnswer> answers, Predicate<GiftAnswer> isRight)
    {
        var choices = new List<Choice>();
        foreach (var answer in answers)
        {
            var text = frame.Texts.Plain(answer.Text, "The choice");
            if (answer.Text.IsEmpty)
            {
                frame.Log.Fault(answer.Line, "This choice has no words. Write them after the ~ or =.");
            }
            var correct = isRight(answer);
            if (correct)
            {
                frame.Praise(answer.Feedback);
            }
            choices.Add(new() { Text = text, IsCorrect = correct, Feedback = correct ? null : Said(frame, answer) });
        }
        frame.Distinct(answers.Zip(choices, (answer, choice) => (answer.Line, choice.Text)), "choices");
        return choices;
    }

    private static string? Said(GiftFrame frame, GiftAnswer answer) =>
        frame.Feedback(answer.Feedback) is { Length: > 0 } feedback ? feedback : null;
}
