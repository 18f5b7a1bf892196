namespace Classroom.Web.Features.Quizzes;

public enum SaveState
{
    /// <summary>Nothing has been changed on this page yet.</summary>
    Untouched,
    Saving,
    Saved,

    /// <summary>At least one answer is only on the screen.</summary>
    NotSaved,
}
