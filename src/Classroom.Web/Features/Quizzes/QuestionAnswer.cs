using System.Text.Json;
using System.Text.Json.Serialization;
using Classroom.Curriculum.Quizzes;

namespace Classroom.Web.Features.Quizzes;

/// <summary>
/// A question as an attempt shows it. Each kind names what it shows; nothing else of a question is told, so that what is added to one later
/// is not told by accident. Choices, partners and items stand as they are arranged, and a response names them by their places: their
/// indexes in the file would tell the right order.
/// </summary>
/// <param name="Prompt">Its words.</param>
/// <param name="PromptHtml">With figures and formulas.</param>
public sealed record QuestionAnswer(string Id, string Kind, string Prompt, string PromptHtml)
{
    /// <summary>A picture that belongs to the question.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuestionPictureAnswer? Picture { get; init; }

    /// <summary>The figure that a question is about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ChartHtml { get; init; }

    /// <summary>One or several of them are to be picked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Of the number that is asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    /// <summary>Each of them is to get one of the <see cref="Rights"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Lefts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Rights { get; init; }

    /// <summary>They are to be put in order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Items { get; init; }

    public static QuestionAnswer From(PlannedQuestion planned)
    {
        var question = planned.Question;
        var shown = new QuestionAnswer(question.Id, KindOf(question), question.PromptText, question.PromptHtml)
        {
            Picture = QuestionPictureAnswer.From(question.Picture),
        };
        return question switch
        {
            ReadChartQuestion chart => shown with { ChartHtml = chart.ChartHtml, Choices = Arranged(chart.Choices, choice => choice.Text) },
            OneAnswerQuestion one => shown with { Choices = Arranged(one.Choices, choice => choice.Text) },
            SeveralAnswersQuestion several => shown with { Choices = Arranged(several.Choices, choice => choice.Text) },
            NumberQuestion number => shown with { Unit = number.Unit },
            MatchingQuestion matching => shown with
            {
                Lefts = [.. matching.Pairs.Select(pair => pair.Left)],
                Rights = Arranged(matching.Pairs, pair => pair.Right),
            },
            OrderingQuestion ordering => shown with { Items = Arranged(ordering.Items, item => item) },
            TrueFalseQuestion or ShortAnswerQuestion => shown,
            _ => throw new NotSupportedException($"Nobody has said what a question of the kind {question.Kind} may show."),
        };

        IReadOnlyList<string> Arranged<T>(IReadOnlyList<T> all, Func<T, string> text) =>
            [.. planned.Order.Select(index => text(all[index]))];
    }

    /// <summary>"one-answer", as in the files of the quizzes.</summary>
    public static string KindOf(Question question) => JsonNamingPolicy.KebabCaseLower.ConvertName(question.Kind.ToString());
}
