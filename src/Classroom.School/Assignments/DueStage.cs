namespace Classroom.School.Assignments;

/// <summary>Where a student's list of assignments has one of them.</summary>
public enum DueStage
{
    /// <summary>It was due and is not done, and work on it is still taken.</summary>
    Overdue,

    /// <summary>It is to be done by its date.</summary>
    ToDo,

    /// <summary>It closed lately, and is not done.</summary>
    Missed,

    /// <summary>It is done or she is excused, and its date has not long passed.</summary>
    Done,

    /// <summary>It is done or closed, and long past.</summary>
    Past,
}
