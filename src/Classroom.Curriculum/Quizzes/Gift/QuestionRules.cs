namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>
/// Whether a question that a teacher wrote or brought along can be asked and marked: the rules of the terms' questions, but for texts that
/// only good manners ask for (title, hint, feedback, explanation). All that is wrong is named.
/// </summary>
public static class QuestionRules
{
    private const int FewestChoices = 2;
    private const int FewestMembers = 3;
    private const int LongestUnit = 30;

    public static IReadOnlyList<QuestionFault> Find(Question question)
    {
        var faults = new QuestionFaults();
        if (string.IsNullOrWhiteSpace(question.PromptText))
        {
            faults.Add("prompt", "Write what is asked.");
        }
        faults.Text("prompt", question.PromptText, GiftLimits.LongestPrompt);
        faults.Text("objective", question.Objective, GiftLimits.LongestName);
        faults.Text("hint", question.Hint, GiftLimits.LongestText);
        faults.Text("explanation", question.Explanation, GiftLimits.LongestText);
        if (!Enum.IsDefined(question.Level))
        {
            faults.Add("level", "Choose core or deep.");
        }
        switch (question)
        {
            case OneAnswerQuestion one:
                Choices(faults, one.Choices);
                if (one.Choices.Count(choice => choice.IsCorrect) is not 1)
                {
                    faults.Add("choices", "Mark exactly one choice as right.");
                }
                break;
            case SeveralAnswersQuestion several:
                Choices(faults, several.Choices);
                if (several.Choices.All(choice => choice.IsCorrect) || !several.Choices.Any(choice => choice.IsCorrect))
                {
                    faults.Add("choices", "Mark at least one choice as right, and leave at least one wrong.");
                }
                break;
            case TrueFalseQuestion truth:
                faults.Text("feedback", truth.Feedback, GiftLimits.LongestText);
                break;
            case NumberQuestion number:
                Number(faults, number);
                break;
            case ShortAnswerQuestion typed:
                ShortAnswer(faults, typed);
                break;
            case MatchingQuestion matching:
                faults.Members("pairs", matching.Pairs.Select(pair => pair.Left), FewestMembers, "left sides");
                faults.Members("rights", matching.Pairs.Select(pair => pair.Right), FewestMembers, "right sides");
                faults.Texts("pairFeedback", matching.Pairs.Select(pair => pair.Feedback));
                break;
            case OrderingQuestion ordering:
                faults.Members("items", ordering.Items, FewestMembers, "items");
                faults.Text("feedback", ordering.Feedback, GiftLimits.LongestText);
                break;
            default:
                faults.Add("kind", "Choose a kind of question.");
                break;
        }
        return faults.All;
    }

    private static void Choices(QuestionFaults faults, IReadOnlyList<Choice> choices)
    {
        faults.Members("choices", choices.Select(choice => choice.Text), FewestChoices, "choices");
        faults.Texts("choiceFeedback", choices.Select(choice => choice.Feedback ?? ""));
    }

    private static void Number(QuestionFaults faults, NumberQuestion number)
    {
        faults.Text("unit", number.Unit ?? "", LongestUnit);
        faults.Text("feedback", number.Feedback, GiftLimits.LongestText);
        faults.Most("mistakes", number.Mistakes.Count, "typical mistakes");
        faults.Texts("mistakeFeedback", number.Mistakes.Select(mistake => mistake.Feedback));
        if (number.Tolerance < 0)
        {
            faults.Add("tolerance", "How far off still counts cannot be below zero.");
        }
        foreach (var mistake in number.Mistakes.Where(mistake => Within(mistake.Value, number)))
        {
            faults.Add("mistakes", $"{mistake.Value} counts as right within the tolerance, so it is no mistake. Take it out.");
        }
    }

    // Two numbers so far apart that a decimal cannot hold the difference are not the same.
    private static bool Within(decimal value, NumberQuestion number)
    {
        try
        {
            return Math.Abs(value - number.Answer) <= number.Tolerance;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static void ShortAnswer(QuestionFaults faults, ShortAnswerQuestion typed)
    {
        faults.Members("accept", typed.Accept, 1, "answers", TypedAnswer.ToKey);
        faults.Members("mistakes", typed.Mistakes.Select(mistake => mistake.Text), 0, "mistakes", TypedAnswer.ToKey);
        faults.Texts("mistakeFeedback", typed.Mistakes.Select(mistake => mistake.Feedback));
        faults.Text("feedback", typed.Feedback, GiftLimits.LongestText);
        var right = typed.Accept.Select(TypedAnswer.ToKey).ToHashSet();
        foreach (var mistake in typed.Mistakes.Where(mistake => right.Contains(TypedAnswer.ToKey(mistake.Text))))
        {
            faults.Add("mistakes", $"“{mistake.Text}” is accepted as right, so it is no mistake. Take one of the two out.");
        }
    }
}
