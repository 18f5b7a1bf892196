namespace Classroom.School.Audit;

/// <summary>An audit entry as it is read.</summary>
/// <param name="Actor">User name; null for the server's command line and for people who have been removed.</param>
public sealed record AuditLine(DateTime WhenUtc, string? Actor, AuditAction Action, string Subject, string? Detail);
