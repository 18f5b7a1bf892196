namespace Classroom.School.Gradebook;

/// <summary>How far a student has come with an assignment of hers.</summary>
public enum StudentAssignmentState
{
    NotBegun,

    /// <summary>She has an open attempt, has read the lesson, or has predicted what the experiment will show.</summary>
    Begun,

    HandedIn,

    /// <summary>What counts was handed in after it was due.</summary>
    Late,

    /// <summary>Nothing is handed in, and it was due.</summary>
    Missing,

    Excused,
}
