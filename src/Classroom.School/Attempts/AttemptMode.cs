namespace Classroom.School.Attempts;

public enum AttemptMode
{
    /// <summary>Feedback at once, and another try.</summary>
    Practice,

    /// <summary>Feedback after submitting; the score goes to the gradebook.</summary>
    Graded,
}
