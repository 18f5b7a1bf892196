namespace Classroom.School.Home;

/// <summary>What a teacher is needed for, the most urgent first.</summary>
public enum TodoKind
{
    /// <summary>Students wait to be let into the class.</summary>
    LetIn,

    /// <summary>Students have asked for a regrade, and nobody has answered.</summary>
    AnswerRegrade,

    /// <summary>Students have handed in, and since then nobody has written to them or posted a mark.</summary>
    GiveFeedback,

    /// <summary>Everything is handed in or was due, and the marks are held.</summary>
    PostMarks,

    /// <summary>It was due, and students have not handed in.</summary>
    Overdue,

    /// <summary>It is due today or tomorrow, and students have not begun.</summary>
    NotBegun,
}
