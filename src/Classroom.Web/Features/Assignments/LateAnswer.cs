namespace Classroom.Web.Features.Assignments;

/// <param name="PercentPerDay">Of the score, for each day late.</param>
/// <param name="FloorPercent">Lateness alone takes nobody below it.</param>
public sealed record LateAnswer(int PercentPerDay, int FloorPercent);
