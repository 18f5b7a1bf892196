using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Classroom.School;

/// <summary>
/// Times go in and come out as UTC. PostgreSQL keeps microseconds, so finer ticks are cut off for SQLite too.
/// </summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => ToStored(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime ToStored(DateTime value) => value.Kind == DateTimeKind.Utc
        ? value.ToMicroseconds()
        : throw new ArgumentException($"The time {value:s} is {value.Kind}; only UTC times are stored.", nameof(value));
}
