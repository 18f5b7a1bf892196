using Classroom.School.Assignments;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Assignments;

/// <summary>Reads lists of assignments as the API has them.</summary>
internal static class ListJson
{
    public const string Expected = "Send an object such as {\"title\": \"Week 1\", \"sequential\": true, \"steps\": [3, 5]}.";

    public static ListSettings ReadNew(JsonFields fields)
    {
        var wanted = Read(fields, new("", IsSequential: true, []));
        fields.Require("title", "Give the list a title, for example \"Week 1\".");
        fields.RefuseOthers();
        return wanted with { Unread = fields.Faults };
    }

    /// <returns>And the version that the caller has read, where she says so.</returns>
    public static (ListSettings Wanted, int? Version) ReadChange(JsonFields fields, ListSettings now)
    {
        var version = fields.Integer("version");
        var wanted = Read(fields, now);
        fields.RefuseOthers();
        return (wanted with { Unread = fields.Faults }, version);
    }

    private static ListSettings Read(JsonFields fields, ListSettings now) => new(
        fields.Text("title", now.Title) ?? "",
        fields.Flag("sequential", now.IsSequential),
        Steps(fields, now.Steps));

    private static IReadOnlyList<int> Steps(JsonFields fields, IReadOnlyList<int> now)
    {
        var steps = fields.Integers("steps", now);
        if (steps is null)
        {
            fields.Wrong("steps", "Give the ids of the steps, such as [3, 5], or [] for none.");
        }

        return steps ?? now;
    }
}
