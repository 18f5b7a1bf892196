using Classroom.Curriculum.Quizzes;

namespace Classroom.Curriculum.Loading;

/// <summary>Reads the choices of a question: right ones, and wrong ones each with feedback.</summary>
internal static class ChoiceReader
{
    public const int MinChoices = 2;

    public static IReadOnlyList<Choice> WithOneRight(YamlFields fields)
    {
        var choices = All(fields);
        if (choices.Count(choice => choice.IsCorrect) is not 1 and var right)
        {
            fields.Fault($"Exactly one choice must have \"correct: true\"; {right} have.");
        }
        return choices;
    }

    public static IReadOnlyList<Choice> WithSeveralRight(YamlFields fields)
    {
        var choices = All(fields);
        if (choices.All(choice => choice.IsCorrect) || !choices.Any(choice => choice.IsCorrect))
        {
            fields.Fault("At least one choice must have \"correct: true\", and at least one must not.");
        }
        return choices;
    }

    private static IReadOnlyList<Choice> All(YamlFields fields)
    {
        var choices = new List<Choice>();
        foreach (var item in fields.Maps("choices", "choice"))
        {
            var text = item.Plain("text");
            var isCorrect = item.OptionalFlag("correct") ?? false;
            var feedback = item.OptionalText("feedback");
            if (isCorrect && feedback is not null)
            {
                item.Fault("A right choice has no feedback; say why it is right in the question's explanation.", feedback.Line);
            }
            else if (!isCorrect && feedback is null)
            {
                item.Fault("A wrong choice needs \"feedback\" that names the mistake behind it.");
            }
            item.RejectOthers();
            choices.Add(new()
            {
                Text = text,
                IsCorrect = isCorrect,
                Feedback = feedback is null || isCorrect ? null : item.Plain("feedback", feedback)
            });
        }
        fields.AtLeast(MinChoices, choices.Count, "choices");
        fields.Distinct(choices.Select(choice => choice.Text), "choices");
        return [.. choices];
    }
}
