using System.Text.Json;

namespace Classroom.EndToEnd;

/// <summary>A quiz that a teacher wrote. The last of its questions is bad: what it takes for right is wrong.</summary>
public static class WarmUp
{
    public const string Title = "Warm-up";
    public const int Points = 40;
    public const int Minutes = 40;

    public static readonly IReadOnlyList<WarmUpQuestion> Questions =
    [
        new("What is the capital of Norway?", "{=Oslo ~Bergen#It is the second largest. ~Trondheim}", "Oslo", "Bergen"),
        new("A spider has six legs.", "{F}", "False", "True"),
        new("How many minutes does an hour have?", "{#60}", "60", "100"),
        new("Which planet is the hottest?", "{=Mercury}", "Mercury", "Venus"),
    ];

    public static WarmUpQuestion Bad => Questions[^1];

    public static string Gift => string.Join("\n\n", Questions.Select(question => $"{question.Prompt} {question.Key}"));

    /// <summary>0 to 1, where these were right.</summary>
    public static double Score(IReadOnlyList<bool> right) => right.Count(yes => yes) / (double)right.Count;

    /// <summary>The same without the bad question.</summary>
    public static double ScoreWithoutBad(IReadOnlyList<bool> right) => Score([.. right.SkipLast(1)]);

    /// <summary>What the page or the API is told for a question of an attempt, which is right or wrong as wanted.</summary>
    public static string Answer(string prompt, IReadOnlyList<bool> right)
    {
        var (place, question) = Questions.Index().Single(one => one.Item.Prompt == prompt);
        return right[place] ? question.Right : question.Wrong;
    }

    public static object Response(JsonElement question, IReadOnlyList<bool> right)
    {
        var answer = Answer(question.GetProperty("prompt").GetString()!, right);
        int Choice() => question.GetProperty("choices").EnumerateArray().ToList().FindIndex(choice => choice.ValueEquals(answer));
        return question.GetProperty("kind").GetString() switch
        {
            "one-answer" => new { choice = Choice() },
            "true-false" => new { answer = answer == "True" },
            _ => new { text = answer },
        };
    }
}

/// <param name="Key">As GIFT writes it.</param>
public sealed record WarmUpQuestion(string Prompt, string Key, string Right, string Wrong);
