using Classroom.Curriculum.Quizzes;
using Classroom.School.Regrades;

namespace Classroom.Web.Features.Regrades;

/// <summary>What a teacher wants to change about a question, as the form has it.</summary>
public sealed class RegradeForm
{
    public const string Drop = "drop";

    public const string Type = "typed";

    public const int LongestTyped = 200;

    public string? Question { get; set; }

    /// <summary><see cref="Drop"/>, <see cref="Type"/>, or a response as JSON that students gave.</summary>
    public string? What { get; set; }

    public string? Typed { get; set; }

    /// <summary>Set once the teacher has seen what it does.</summary>
    public string? Sure { get; set; }

    /// <param name="question">That <see cref="Question"/> names; null where there is none.</param>
    public RegradeWish Read(Question? question) => new(Question ?? "", What == Drop, What == Drop ? null : Accepted(question));

    private Response? Accepted(Question? question) => What != Type ? ResponseJson.Read(What) : question switch
    {
        NumberQuestion => new NumberResponse(Shorten(Typed)),
        ShortAnswerQuestion => new ShortAnswerResponse(Shorten(Typed)),
        _ => null,
    };

    private static string Shorten(string? text) => text is { Length: > LongestTyped } ? text[..LongestTyped] : text ?? "";
}
