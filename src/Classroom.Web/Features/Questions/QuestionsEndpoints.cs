using System.Text;
using Classroom.Curriculum.Quizzes.Gift;
using Classroom.School.Questions;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Questions;

/// <summary>Files of questions that a teacher may see, in a format that other programs read.</summary>
public static class QuestionsEndpoints
{
    public static void MapQuestions(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/questions.gift", FileAsync).WithTags("Questions").RequireSignIn().LimitRate().AllowTokens()
            .Produces<string>(contentType: "text/plain");

    // A student sees no question, so hers is an empty file.
    private static async Task<IResult> FileAsync(
        int[]? id, string? text, string? tag, string? kind, string? whose, QuestionBankReader reader, HttpContext context)
    {
        var filter = BankAddress.Read(text, tag, kind, whose);
        var stored = await reader.ListForFileAsync(context.Actor(), filter, id is { Length: > 0 } ? id : null, context.RequestAborted);
        var writing = GiftWriter.Write(stored.Select(found => found.Question));
        var file = new StringBuilder();
        foreach (var unwritten in writing.Unwritten)
        {
            file.Append($"// Not in this file: {OneLine(unwritten.Question.PromptText)} ({OneLine(unwritten.Why)})\n");
        }

        file.Append(file.Length > 0 ? "\n" : "").Append(writing.Text);
        return TypedResults.File(Encoding.UTF8.GetBytes(file.ToString()), "text/plain; charset=utf-8", "questions.gift.txt");
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
