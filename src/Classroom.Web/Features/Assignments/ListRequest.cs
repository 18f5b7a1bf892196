using Classroom.School.Assignments;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Assignments;

/// <summary>A new list, or what is to change of one; then what is left out stays as it is.</summary>
/// <param name="Sequential">The steps open one after the other.</param>
/// <param name="Steps">Ids of assignments, in their order: all of the list.</param>
/// <param name="Version">Of a list as the caller has read it; without it, whatever is there is changed.</param>
public sealed record ListRequest(string? Title, bool? Sequential, IReadOnlyList<int>? Steps, int? Version)
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
        fields.Integers("steps", now.Steps) ?? []);
}
