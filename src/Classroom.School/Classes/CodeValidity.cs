namespace Classroom.School.Classes;

/// <summary>How long the code of a class lets students in.</summary>
public enum CodeValidity
{
    Always,

    /// <summary>Until the end of the day.</summary>
    Today,
    OneWeek,
    Off,
}
