using System.Globalization;
using Classroom.School;
using Classroom.School.Questions;

namespace Classroom.Web.Features.Questions;

/// <summary>
/// A quiz while it is put together. Each press of a button sends the whole of it, so nothing is stored before it is saved.
/// </summary>
public sealed class QuizForm
{
    public string? Title { get; set; }

    public string? Practice { get; set; }

    /// <summary>The <see cref="QuizDetails.Version"/> that was on the screen.</summary>
    public int Version { get; set; }

    /// <summary>As <see cref="Write"/> writes them, in their order.</summary>
    public List<string>? Parts { get; set; }

    /// <summary>Words to look for in questions.</summary>
    public string? Find { get; set; }

    /// <summary>Where to look: a bank, or a term's slug.</summary>
    public string? Source { get; set; }

    public string? Tag { get; set; }

    public string? Count { get; set; }

    /// <summary>Which button was pressed, such as <c>up:2</c>, <c>add:q:17</c> or <c>save</c>.</summary>
    public string? Act { get; set; }

    public static QuizForm Of(QuizDetails quiz) => new()
    {
        Title = quiz.Title,
        Practice = quiz.AllowsPractice ? "yes" : null,
        Version = quiz.Version,
        Parts = [.. quiz.Parts.Select(part => Write(new(part.QuestionId, part.BuiltIn, part.Tag, part.Count)))],
    };

    /// <summary><c>q:17</c>, <c>t:overfitting--best-epoch</c> or <c>d:3:photosynthesis</c>.</summary>
    public static string Write(NewQuizPart part) =>
        part.QuestionId is { } id ? string.Create(CultureInfo.InvariantCulture, $"q:{id}")
        : part.BuiltIn is { } key ? $"t:{key}"
        : string.Create(CultureInfo.InvariantCulture, $"d:{part.Count}:{part.Tag}");

    /// <summary>What cannot be read is a piece that no rule lets pass.</summary>
    public static NewQuizPart Read(string part) => part.Split(':', 3) switch
    {
        ["q", var id] => new(int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var question) ? question : 0),
        ["t", var key] => new(BuiltIn: key),
        ["d", var count, var tag] =>
            new(Tag: tag, Count: int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var drawn) ? drawn : 0),
        _ => new(),
    };

    public QuizSettings ToSettings() => new()
    {
        Title = Title ?? "",
        AllowsPractice = Practice == "yes",
        Parts = [.. (Parts ?? []).Select(Read)],
    };

    /// <summary>Does what a button asks of the list.</summary>
    /// <returns>What is wrong with it; null where nothing is.</returns>
    public Fault? Rearrange()
    {
        Parts ??= [];
        switch ((Act ?? "").Split(':', 2))
        {
            case ["up", var place] when PlaceOf(place) is > 0 and var at:
                (Parts[at - 1], Parts[at]) = (Parts[at], Parts[at - 1]);
                break;
            case ["down", var place] when PlaceOf(place) is { } at && at < Parts.Count - 1:
                (Parts[at + 1], Parts[at]) = (Parts[at], Parts[at + 1]);
                break;
            case ["remove", var place] when PlaceOf(place) is { } at:
                Parts.RemoveAt(at);
                break;
            case ["add", var part] when Parts.Count < OwnQuiz.MostQuestions && !Parts.Contains(part):
                Parts.Add(part);
                break;
            case ["draw"] when string.IsNullOrWhiteSpace(Tag):
                return new("tag", "Choose a tag.");
            case ["draw"] when !int.TryParse(Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1:
                return new("count", "Give how many to draw as a whole number, 1 or more.");
            case ["draw"]:
                Parts.Add(Write(new(Tag: Tag, Count: int.Parse(Count!, CultureInfo.InvariantCulture))));
                break;
        }

        return null;
    }

    private int? PlaceOf(string place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < Parts!.Count ? at : null;
}
