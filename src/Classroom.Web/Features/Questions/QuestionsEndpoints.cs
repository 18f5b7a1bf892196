using System.Text;
using Classroom.Curriculum.Quizzes.Gift;
using Classroom.School;
using Classroom.School.Attempts;
using Classroom.School.Questions;
using Classroom.Web.Features.Quizzes;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Questions;

/// <summary>Files of questions that a teacher may see, in a format that other programs read.</summary>
public static class QuestionsEndpoints
{
    private const string PictureType = "image/webp";

    public static void MapQuestions(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/questions.gift", FileAsync).WithTags("Questions").RequireSignIn().LimitRate().AllowTokens()
            .Produces<string>(contentType: "text/plain");
        // For pages: whoever is not signed in is sent to sign in.
        app.MapGet(QuestionPictureAnswer.Route, PictureAsync).RequireSignIn().LimitRate().ExcludeFromDescription();
    }

    // It never changes, but the next person at the same browser may not see it; and it is no page, so it may do nothing but be looked at.
    private static async Task<IResult> PictureAsync(int id, QuestionPictures pictures, HttpContext context)
    {
        if (await pictures.ReadAsync(context.Actor(), id, context.RequestAborted) is not { } content)
        {
            return new Refusal.NotFound().ToResult(context.Response);
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "private, max-age=600";
        headers.ContentDisposition = "inline";
        context.AllowNothing();
        return TypedResults.Bytes(content, PictureType);
    }

    // A student sees no question, so hers is an empty file.
    private static async Task<IResult> FileAsync(
        int[]? id, string? text, string? tag, string? kind, string? whose, QuestionBankReader reader, HttpContext context)
    {
        var filter = BankAddress.Read(text, tag, kind, whose);
        var stored = await reader.ListForFileAsync(context.Actor(), filter, id is { Length: > 0 } ? id : null, context.RequestAborted);
        var writing = GiftWriter.Write(stored.Select(found => found.Question with { Picture = null }));
        var file = new StringBuilder();
        foreach (var unwritten in writing.Unwritten)
        {
            file.Append($"// Not in this file: {OneLine(unwritten.Question.PromptText)} ({OneLine(unwritten.Why)})\n");
        }

        foreach (var pictured in stored.Where(found => found.Question.Picture is not null))
        {
            file.Append($"// Without its picture: {OneLine(pictured.Question.PromptText)}\n");
        }

        file.Append(file.Length > 0 ? "\n" : "").Append(writing.Text);
        return TypedResults.File(Encoding.UTF8.GetBytes(file.ToString()), "text/plain; charset=utf-8", "questions.gift.txt");
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
