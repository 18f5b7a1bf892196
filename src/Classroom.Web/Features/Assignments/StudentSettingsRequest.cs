using Classroom.School.Assignments;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Assignments;

/// <summary>What a teacher decides about an assignment for one student. What is left out is as for the class.</summary>
/// <param name="Points">The mark, in place of the computed one.</param>
/// <param name="Reason">Why that mark; for teachers.</param>
/// <param name="Comment">For the student.</param>
public sealed record StudentSettingsRequest(
    DateTime? DueAt, DateTime? ClosesAt, int? Attempts, bool? Excused, double? Points, string? Reason, string? Comment)
{
    public const string Expected = "Send an object such as {\"dueAt\": \"2026-11-26T15:00:00Z\"}; an empty one {} is as for the class.";

    public static StudentSettings Read(JsonFields fields)
    {
        var wanted = new StudentSettings
        {
            DueUtc = fields.Moment("dueAt"),
            ClosesUtc = fields.Moment("closesAt"),
            AttemptsAllowed = fields.Integer("attempts"),
            IsExcused = fields.Flag("excused"),
            Points = fields.Number("points"),
            Reason = fields.Text("reason"),
            Comment = fields.Text("comment"),
        };
        fields.RefuseOthers();
        return wanted with { Unread = fields.Faults };
    }
}
