namespace Classroom.School.Assignments;

/// <summary>How a class is copied.</summary>
/// <param name="Name">Of the new class.</param>
/// <param name="Days">By which all dates are moved; 0 leaves them.</param>
public sealed record ClassCopy(string Name, int Days)
{
    public const int MostDays = 3650;
}
