using Classroom.School.People;

namespace Classroom.School.Assignments;

/// <summary>What a student needs in every assignment of every class, and keeps.</summary>
public sealed class Accommodation : IVersioned
{
    public const double MostTime = 5;

    public const int MostDays = 60;

    public const int MostAttempts = 10;

    public int UserId { get; init; }

    /// <summary>Time limits are multiplied by it; 1 for no change.</summary>
    public double TimeFactor { get; set; } = 1;

    /// <summary>Everything is due and closes this many days later.</summary>
    public int ExtraDays { get; set; }

    /// <summary>Beside those that an assignment allows.</summary>
    public int ExtraAttempts { get; set; }

    public int Version { get; set; }

    public User User { get; init; } = null!;
}
