namespace Classroom.School.Progress;

/// <summary>How far someone has come with a term; each state includes those before it.</summary>
public enum TermState
{
    /// <summary>Nothing has been done yet.</summary>
    New,

    /// <summary>The lesson has been read to its end.</summary>
    Read,

    /// <summary>A quiz has been handed in, in practice or graded.</summary>
    Practiced,

    /// <summary>The quiz is known well enough, and the experiment is done where the term has one.</summary>
    Mastered,
}
