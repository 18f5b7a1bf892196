namespace Classroom.School;

internal static class Clock
{
    /// <summary>Now, as the database will give it back.</summary>
    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime.ToMicroseconds();

    public static DateTime ToMicroseconds(this DateTime utc) =>
        new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
