namespace Classroom.School.Gradebook;

/// <summary>Why a cell of the gradebook holds what it holds.</summary>
public enum MarkState
{
    /// <summary>There is a mark, computed or given by a teacher.</summary>
    Graded,

    /// <summary>Nothing is handed in, and there is still time.</summary>
    NotYetDue,

    /// <summary>Nothing is handed in, and it was due.</summary>
    Missing,

    Excused,

    /// <summary>The assignment is for others of the class.</summary>
    NotAssigned,
}
