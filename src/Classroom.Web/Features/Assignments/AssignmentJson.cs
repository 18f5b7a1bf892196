using System.Collections.Frozen;
using Classroom.School.Assignments;
using Classroom.School.Questions;
using Classroom.Web.Features.Tasks;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Assignments;

/// <summary>Reads assignments as the API has them.</summary>
public static class AssignmentJson
{
    public const string Expected =
        "Send an object such as {\"kind\": \"quiz\", \"term\": \"overfitting\", \"dueAt\": \"2026-11-24T15:00:00Z\"}.";

    /// <summary>What the API calls the fields that the service calls otherwise.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["slug"] = "term",
        ["opens"] = "opensAt",
        ["due"] = "dueAt",
        ["closes"] = "closesAt",
        ["counts"] = "counted",
        ["late"] = "late.percentPerDay",
        ["lateFloor"] = "late.floorPercent",
    }.ToFrozenDictionary();

    public static NewAssignment ReadNew(JsonFields fields, Curriculum.Curriculum curriculum)
    {
        var kind = fields.Word("kind", AssignmentKind.Lesson);
        fields.Require("kind", $"Say what it is: one of {Words.List<AssignmentKind>()}.");
        var slug = fields.Integer("quiz") is { } quiz ? OwnQuiz.SlugOf(quiz) : null;
        if (slug is not null)
        {
            fields.Refuse("term", "This is a quiz of your own, which has no term. Give one of the two.");
        }
        else
        {
            slug = fields.Text("term");
            if (slug is not null && curriculum.Find(slug) is null)
            {
                fields.Wrong("term", "There is no such term. GET /api/terms lists the slugs of all.");
                slug = null;
            }

            if (kind != AssignmentKind.Task)
            {
                fields.Require(
                    "term", "Name the term by its slug, for example \"overfitting\", or a quiz of your own by its id in \"quiz\".");
            }
        }

        var wanted = (NewAssignment)Read(fields, new NewAssignment { Slug = slug ?? "", Kind = kind, DueUtc = null });
        fields.Require("dueAt", "Give the time when it is due in UTC, for example \"2026-11-24T15:00:00Z\".");
        fields.RefuseOthers();
        return wanted with { Unread = fields.Faults };
    }

    /// <summary>The settings with what is to change.</summary>
    /// <returns>And the version that the caller has read, where she says so.</returns>
    public static (AssignmentSettings Wanted, int? Version) ReadChange(JsonFields fields, AssignmentSettings now)
    {
        var version = fields.Integer("version");
        var wanted = Read(fields, now);
        if (wanted.DueUtc is null)
        {
            fields.Require("dueAt", "Every assignment is due at some time. Give it, or leave the field out to keep what is there.");
        }

        foreach (var name in new[] { "kind", "term", "quiz" })
        {
            fields.Refuse(name, "This cannot change. Remove the assignment and make another one.");
        }

        fields.RefuseOthers();
        return (wanted with { Unread = fields.Faults }, version);
    }

    private static AssignmentSettings Read(JsonFields fields, AssignmentSettings now) => TaskJson.Read(fields, now) with
    {
        Title = fields.Text("title", now.Title),
        OpensUtc = fields.Moment("opensAt", now.OpensUtc),
        DueUtc = fields.Moment("dueAt", now.DueUtc),
        ClosesUtc = fields.Moment("closesAt", now.ClosesUtc),
        Points = fields.Integer("points", now.Points),
        AttemptsAllowed = fields.Integer("attempts", now.AttemptsAllowed),
        Counts = fields.Word("counted", now.Counts),
        Minutes = fields.Integer("minutes", now.Minutes),
        Late = ReadLate(fields, now.Late),
        Students = fields.Integers("students", now.Students?.ToList()),
        ScoresFrom = fields.Word("scoresFrom", now.ScoresFrom),
        AnswersFrom = fields.Word("answersFrom", now.AnswersFrom),
        CategoryId = fields.Integer("category", now.CategoryId),
        AfterId = fields.Integer("after", now.AfterId),
        // A score to reach belongs to the assignment that it was set for.
        AfterPercent = fields.Integer("afterPercent", fields.Has("after") ? null : now.AfterPercent),
        ListId = fields.Integer("list", now.ListId),
        IsDraft = fields.Flag("draft", now.IsDraft),
    };

    private static LatePolicy ReadLate(JsonFields fields, LatePolicy now) =>
        !fields.Has("late") ? now
        : fields.Object("late", "Give what each day late costs, for example {\"percentPerDay\": 10, \"floorPercent\": 50}.") is { } late
            ? new(late.Integer("percentPerDay", now.PercentPerDay), late.Integer("floorPercent", now.FloorPercent))
            : default;
}
