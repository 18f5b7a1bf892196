namespace Classroom.School.Assignments;

/// <summary>What a student needs in every assignment.</summary>
/// <param name="TimeFactor">Time limits are multiplied by it; 1 for no change.</param>
/// <param name="ExtraDays">Everything is due and closes so many days later.</param>
/// <param name="ExtraAttempts">Beside those that an assignment allows.</param>
public sealed record AccommodationSettings(double TimeFactor = 1, int ExtraDays = 0, int ExtraAttempts = 0);
