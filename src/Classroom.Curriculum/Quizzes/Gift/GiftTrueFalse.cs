namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>True or false: <c>{T}</c>, or <c>{FALSE#said when wrong#said when right}</c>.</summary>
internal static class GiftTrueFalse
{
    /// <summary>The answer, where the section is one of these.</summary>
    public static bool? AnswerIn(GiftSpan section) => section.Cut("#").Before.Trim().ToText() switch
    {
        "T" or "TRUE" => true,
        "F" or "FALSE" => false,
        _ => null,
    };

    public static TrueFalseQuestion Read(GiftFrame frame, GiftSpan section, bool answer)
    {
        var feedback = section.Cut("#").After?.Cut("#");
        frame.Praise(feedback?.After);
        return new()
        {
            Id = frame.Id,
            Level = frame.Level,
            Objective = frame.Title,
            PromptHtml = frame.Prompt.Html,
            PromptText = frame.Prompt.Text,
            Hint = frame.Hint,
            Answer = answer,
            Feedback = frame.Feedback(feedback?.Before),
            Explanation = frame.Explanation,
        };
    }
}
