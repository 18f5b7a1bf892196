namespace Classroom.Web.Features.Questions;

/// <summary>A choice, pair, item, accepted answer or typical mistake while it is typed.</summary>
public sealed class AnswerRow
{
    public string Text { get; set; } = "";

    /// <summary>The right side of a pair.</summary>
    public string Other { get; set; } = "";

    public bool IsRight { get; set; }

    public string Feedback { get; set; } = "";

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text + Other + Feedback) && !IsRight;
}
