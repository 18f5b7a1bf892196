using System.Globalization;

namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>A number to work out: <c>#value:tolerance</c>, <c>#low..high</c>, or several answers of which one is right.</summary>
internal static class GiftNumbers
{
    // More digits than these would be rounded without a word.
    private const int MostDigits = 28;

    public static NumberQuestion? Read(GiftFrame frame, GiftSpan section)
    {
        var (numbers, others) = section.Cut("~");
        var answers = GiftAnswer.Split(numbers, "=");
        if (!frame.HasRoomFor(answers.Count))
        {
            return null;
        }
        var feedback = others is { } rest ? Others(frame, rest) : null;
        (GiftAnswer Source, decimal Value, decimal Tolerance)? right = null;
        var wrong = new List<(GiftAnswer Source, decimal Value, decimal Tolerance)>();
        foreach (var answer in answers)
        {
            var text = frame.Texts.Literal(answer.Text, "The number");
            if (text == "*" && answer.Weight == 0 && feedback is null)
            {
                feedback = frame.Feedback(answer.Feedback);
            }
            else if (answer.Weight is not (null or 0 or 100))
            {
                frame.Log.Fault(
                    answer.Line, $"The weight %{answer.Weight}% cannot be kept: a number is right or wrong. Write %100% or %0%.");
            }
            else if (ReadNumber(text) is not { } number)
            {
                frame.Log.Fault(
                    answer.Line,
                    $"\"{text}\" cannot be read as a number. Write 3.14, 3.14:0.01 or 3.13..3.15, with a point before the decimals.");
            }
            else if (answer.Weight == 0)
            {
                wrong.Add((answer, number.Value, number.Tolerance));
            }
            else if (right is not null)
            {
                frame.Log.Fault(
                    answer.Line, "More than one number is right. Keep one, with a tolerance such as 5:0.5, or write %0% before a mistake.");
            }
            else
            {
                right = (answer, number.Value, number.Tolerance);
                frame.Praise(answer.Feedback);
            }
        }
        if (right is null)
        {
            frame.Log.Fault(frame.Line, "No number is right. Write it after the #, such as {#5:0.5}.");
            return null;
        }
        return new()
        {
            Id = frame.Id,
            Level = frame.Level,
            Objective = frame.Title,
            PromptHtml = frame.Prompt.Html,
            PromptText = frame.Prompt.Text,
            Hint = frame.Hint,
            Answer = right.Value.Value,
            Tolerance = right.Value.Tolerance,
            Unit = Unit(frame),
            Mistakes = [.. wrong.Select(mistake => Mistake(frame, mistake, right.Value))],
            Feedback = feedback ?? "",
            Explanation = frame.Explanation,
        };
    }

    private static NumberMistake Mistake(
        GiftFrame frame,
        (GiftAnswer Source, decimal Value, decimal Tolerance) mistake,
        (GiftAnswer Source, decimal Value, decimal Tolerance) right)
    {
        if (mistake.Tolerance != right.Tolerance)
        {
            frame.Log.Fault(
                mistake.Source.Line,
                $"The mistake {mistake.Value} has another tolerance than the answer. Write {mistake.Value}:{right.Tolerance}.");
        }
        else if (Math.Abs(mistake.Value - right.Value) <= right.Tolerance)
        {
            frame.Log.Fault(
                mistake.Source.Line,
                $"{mistake.Value} is within the tolerance of the answer {right.Value}, so it is no mistake. Take it out.");
        }
        return new(mistake.Value, frame.Feedback(mistake.Source.Feedback));
    }

    private static string? Others(GiftFrame frame, GiftSpan rest)
    {
        var answer = GiftAnswer.Read('~', rest);
        if (!answer.Text.IsEmpty)
        {
            frame.Log.Fault(answer.Line, "After ~ comes only feedback on any other number, such as ~#Try again. Write = before numbers.");
        }
        return frame.Feedback(answer.Feedback);
    }

    private static string? Unit(GiftFrame frame) =>
        frame.Comments.All(GiftComments.Unit) is [var (line, unit), ..] && unit.Length > 0
            ? frame.Texts.Literal(unit, line, "The unit")
            : null;

    private static (decimal Value, decimal Tolerance)? ReadNumber(string text)
    {
        if (text.IndexOf("..", StringComparison.Ordinal) is >= 0 and var dots)
        {
            return ReadOne(text[..dots]) is { } low && ReadOne(text[(dots + 2)..]) is { } high && low <= high
                ? ((low + high) / 2, (high - low) / 2)
                : null;
        }
        var parts = text.Split(':', 2);
        return ReadOne(parts[0]) is { } value && (parts.Length == 1 ? 0 : ReadOne(parts[1])) is { } tolerance and >= 0
            ? (value, tolerance)
            : null;
    }

    private static decimal? ReadOne(string text)
    {
        var (mantissa, power) = text.Trim().Split('e', 'E') switch
        {
            [var alone] => (alone, 0),
            [var before, var after] when int.TryParse(after, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
                => (before, exponent),
            _ => ("", 0),
        };
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var decimals = (point < 0 ? 0 : mantissa.Length - point - 1) - power;
        return decimals <= MostDigits
            && mantissa.Count(char.IsAsciiDigit) <= MostDigits
            && decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= TypedNumber.Limit
            ? number
            : null;
    }
}
