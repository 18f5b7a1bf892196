using System.Text.Json;

namespace Classroom.EndToEnd;

/// <summary>A student whose program does her work for her.</summary>
public sealed class Classmate(SignInCard card, Script script) : IDisposable
{
    public SignInCard Card { get; } = card;

    public Script Script { get; } = script;

    /// <summary>Her score in the quiz of a term, 0 to 1, as it was graded; null before she has handed it in.</summary>
    public double? QuizScore { get; private set; }

    /// <summary>Signs in with what her card says.</summary>
    public static async Task<Classmate> SignInAsync(ClassroomServer server, SignInCard card) =>
        new(card, await Script.SignInAsync(server, card.UserName, card.Password));

    public Task<JsonElement> BeginAsync(int assignment) => Script.SendAsync(HttpMethod.Post, $"/api/assignments/{assignment}/attempts");

    /// <summary>Hands in the warm-up with these questions right.</summary>
    public async Task TakeWarmUpAsync(int assignment, IReadOnlyList<bool> right)
    {
        var handedIn = await TakeAsync(assignment, WarmUp.Questions.Count, question => WarmUp.Response(question, right));
        Assert.Equal(WarmUp.Score(right), handedIn.GetProperty("score").GetDouble(), 6);
        Assert.False(handedIn.GetProperty("late").GetBoolean());
    }

    /// <summary>Hands in the quiz of a term with some answer to so many of its questions; hardly all of them are right.</summary>
    public async Task TakeQuizAsync(int assignment, int answered, bool late = false)
    {
        var handedIn = await TakeAsync(assignment, answered, SomeResponse);
        QuizScore = handedIn.GetProperty("score").GetDouble();
        Assert.Equal(late, handedIn.GetProperty("late").GetBoolean());
    }

    public async Task<JsonElement> HandInNothingAsync(int assignment) => await TakeAsync(assignment, 0, SomeResponse);

    /// <summary>Trains a run and hands it in.</summary>
    public async Task<JsonElement> DoTaskAsync(int assignment)
    {
        var run = await Script.StartRunAsync(Configs.Tiny(epochs: 1));
        await Script.WaitForStateAsync(run, "Completed");
        return await Script.SendAsync(HttpMethod.Post, $"/api/assignments/{assignment}/submissions", new { run });
    }

    public void Dispose() => Script.Dispose();

    private async Task<JsonElement> TakeAsync(int assignment, int answered, Func<JsonElement, object> respond)
    {
        var attempt = await BeginAsync(assignment);
        var id = attempt.GetProperty("id").GetInt32();
        foreach (var question in attempt.GetProperty("questions").EnumerateArray().Take(answered))
        {
            var address = $"/api/attempts/{id}/answers/{question.GetProperty("id").GetString()}";
            await Script.SendAsync(HttpMethod.Put, address, new { response = respond(question) });
        }

        return await Script.SendAsync(HttpMethod.Post, $"/api/attempts/{id}/submit");
    }

    private static object SomeResponse(JsonElement question) => question.GetProperty("kind").GetString() switch
    {
        "one-answer" or "read-chart" => new { choice = 0 },
        "several-answers" => new { choices = new[] { 0, 1 } },
        "true-false" => new { answer = true },
        "number" or "short-answer" => new { text = "1" },
        "matching" => new { rights = Enumerable.Range(0, question.GetProperty("lefts").GetArrayLength()) },
        _ => (object)new { items = Enumerable.Range(0, question.GetProperty("items").GetArrayLength()) },
    };
}
