namespace Classroom.School.Classes;

public enum EnrolmentState
{
    /// <summary>Has typed the code, and waits to be let in.</summary>
    Waiting,
    Enrolled,

    /// <summary>Was taken out or not let in; the code does not bring her back.</summary>
    Removed,
}
