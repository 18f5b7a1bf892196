namespace Classroom.School.Progress;

/// <summary>How far a student has come with an assignment, as her teacher sees it.</summary>
public enum ProgressState
{
    NotBegun,

    /// <summary>She has read the lesson, and not begun its quiz.</summary>
    Reading,

    /// <summary>She has an attempt or an experiment under way, or has handed in nothing but empty attempts.</summary>
    Begun,

    /// <summary>Between the passing mark and mastery; an experiment that is done.</summary>
    HandedIn,

    BelowPassing,

    Mastered,

    Excused,

    /// <summary>It is for others of the class.</summary>
    NotAssigned,
}
