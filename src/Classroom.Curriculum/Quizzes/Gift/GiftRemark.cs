namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>Something to tell about a line of a GIFT file.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Message">What it is, and what to do about it.</param>
public sealed record GiftRemark(int Line, string Message)
{
    public override string ToString() => $"Line {Line}: {Message}";
}
