using System.Globalization;
using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Quizzes.Gift;
using Classroom.School;
using Classroom.School.Questions;

namespace Classroom.Web.Features.Questions;

/// <summary>A question while somebody types it. Rows that are left empty are no part of it.</summary>
public sealed class QuestionForm
{
    private const int FewestRows = 4;

    public QuestionKind Kind { get; set; }

    public string Prompt { get; set; } = "";

    /// <summary>A prompt that holds more than can be typed, such as a figure; it stays as it is.</summary>
    public (string Html, string Text)? FixedPrompt { get; init; }

    /// <summary>As it was stored; null where there is none.</summary>
    public QuestionPicture? Picture { get; set; }

    /// <summary>What the picture shows.</summary>
    public string Alt { get; set; } = "";

    public string Title { get; set; } = "";

    public string Hint { get; set; } = "";

    public string Explanation { get; set; } = "";

    public bool IsDeep { get; set; }

    public string Tags { get; set; } = "";

    /// <summary>Choices, pairs, items, or answers that are accepted.</summary>
    public List<AnswerRow> Rows { get; init; } = [];

    /// <summary>Typical wrong numbers or words.</summary>
    public List<AnswerRow> Mistakes { get; init; } = [];

    public bool IsTrue { get; set; } = true;

    public string Number { get; set; } = "";

    public string Tolerance { get; set; } = "";

    public string Unit { get; set; } = "";

    /// <summary>For a wrong answer of which nothing else is said.</summary>
    public string Feedback { get; set; } = "";

    /// <summary>The chart's figure, of one of the lessons.</summary>
    public string ChartHtml { get; set; } = "";

    public bool ChoicesAreRuns { get; set; }

    /// <summary>Enough empty rows to type into.</summary>
    public QuestionForm WithRoom()
    {
        while (Rows.Count < FewestRows)
        {
            Rows.Add(new());
        }

        while (Mistakes.Count < 1)
        {
            Mistakes.Add(new());
        }

        return this;
    }

    /// <summary>The question that was typed, with what of it could not be read.</summary>
    public QuestionDraft ToDraft()
    {
        var faults = new List<Fault>();
        var (html, text, fault) = FixedPrompt is { } kept ? (kept.Html, kept.Text, null) : WrittenPrompt.Read(Prompt);
        if (fault is not null)
        {
            faults.Add(new("prompt", fault));
        }

        var question = Create(faults) with
        {
            Level = IsDeep ? QuestionLevel.Deep : QuestionLevel.Core,
            Objective = Line(Title),
            PromptHtml = html,
            PromptText = text,
            Picture = Picture is null ? null : Picture with { Alt = Line(Alt) },
            Hint = Line(Hint),
            Explanation = Line(Explanation),
        };
        return new(question, GiftDrafts.Split(Tags)) { Unread = faults };
    }

    private Question Create(List<Fault> faults)
    {
        var rows = Rows.Where(row => !row.IsEmpty).ToList();
        var mistakes = Mistakes.Where(row => !row.IsEmpty).ToList();
        IReadOnlyList<Choice> choices = [.. rows.Select(row => new Choice
        {
            Text = Line(row.Text),
            IsCorrect = row.IsRight,
            Feedback = row.IsRight || Line(row.Feedback).Length == 0 ? null : Line(row.Feedback),
        })];
        const string none = "";
        return Kind switch
        {
            QuestionKind.SeveralAnswers => new SeveralAnswersQuestion
            {
                Id = none,
                Objective = none,
                PromptHtml = none,
                PromptText = none,
                Hint = none,
                Explanation = none,
                Choices = choices,
            },
            QuestionKind.TrueFalse => new TrueFalseQuestion
            {
                Id = none,
                Objective = none,
                PromptHtml = none,
                PromptText = none,
                Hint = none,
                Explanation = none,
                Answer = IsTrue,
                Feedback = Line(Feedback),
            },
            QuestionKind.Number => new NumberQuestion
            {
                Id = none,
                Objective = none,
                PromptHtml = none,
                PromptText = none,
                Hint = none,
                Explanation = none,
                Answer = ReadNumber(Number, "answer", faults),
                Tolerance = string.IsNullOrWhiteSpace(Tolerance) ? 0 : ReadNumber(Tolerance, "tolerance", faults),
                Unit = Line(Unit) is { Length: > 0 } unit ? unit : null,
                Mistakes = [.. mistakes.Select(row => new NumberMistake(ReadNumber(row.Text, "mistakes", faults), Line(row.Feedback)))],
                Feedback = Line(Feedback),
            },
            QuestionKind.ShortAnswer => new ShortAnswerQuestion
            {
                Id = none,
                Objective = none,
                PromptHtml = none,
                PromptText = none,
                Hint = none,
                Explanation = none,
                Accept = [.. rows.Select(row => Line(row.Text))],
                Mistakes = [.. mistakes.Select(row => new TextMistake(Line(row.Text), Line(row.Feedback)))],
                Feedback = Line(Feedback),
            },
            QuestionKind.Matching => new MatchingQuestion
            {
                Id = none,
                Objective = none,
                PromptHtml = none,
                PromptText = none,
                Hint = none,
                Explanation = none,
                Pairs = [.. rows.Select(row => new MatchingPair(Line(row.Text), Line(row.Other), Line(row.Feedback)))],
            },
            QuestionKind.Ordering => new OrderingQuestion
            {
                Id = none,
                Objective = none,
                PromptHtml = none,
                PromptText = none,
                Hint = none,
                Explanation = none,
                Items = [.. rows.Select(row => Line(row.Text))],
                Feedback = Line(Feedback),
            },
            QuestionKind.ReadChart => new ReadChartQuestion
            {
                Id = none,
                Objective = none,
                PromptHtml = none,
                PromptText = none,
                Hint = none,
                Explanation = none,
                Choices = choices,
                ChartHtml = ChartHtml,
                ChoicesAreRuns = ChoicesAreRuns,
            },
            _ => new OneAnswerQuestion
            {
                Id = none,
                Objective = none,
                PromptHtml = none,
                PromptText = none,
                Hint = none,
                Explanation = none,
                Choices = choices,
            },
        };
    }

    private static decimal ReadNumber(string text, string field, List<Fault> faults)
    {
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite
            | NumberStyles.AllowTrailingWhite;
        if (decimal.TryParse(text.Replace('−', '-'), styles, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        faults.Add(new(field, text.Trim().Length == 0
            ? "Give the number, for example 3.14."
            : $"“{text.Trim()}” cannot be read as a number. Write it with digits and a point before the decimals, for example 3.14."));
        return 0;
    }

    // Texts of a question are one line, as GIFT has them.
    private static string Line(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
