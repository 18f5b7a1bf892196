namespace Classroom.School.Assignments;

/// <summary>When a student sees what came of work that is handed in.</summary>
public enum Release
{
    AtOnce,

    /// <summary>Once it is due for this student.</summary>
    AfterDue,

    /// <summary>Once the teacher has posted the marks.</summary>
    WhenPosted,

    Never,
}
