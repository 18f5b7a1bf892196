namespace Classroom.School.Tests;

/// <summary>Stands still until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    public DateTime Now { get; set; } = new(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(Now);
}
