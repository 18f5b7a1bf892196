using System.Text.Json;
using Classroom.School.Assignments;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Tasks;

/// <summary>What only lab tasks have, as the API has it.</summary>
public static class TaskJson
{
    /// <summary>The goal that has no conditions.</summary>
    public const string BeatClass = "beat-class";

    private const string Expected =
        $"Give \"{BeatClass}\", or a list of conditions such as [{{\"measure\": \"validation-accuracy\", \"atLeast\": 0.95}}].";

    public static AssignmentSettings Read(JsonFields fields, AssignmentSettings now) => now with
    {
        Instructions = fields.Text("instructions", now.Instructions),
        ConfigJson = fields.Optional(
            "config",
            now.ConfigJson,
            json => json.ValueKind == JsonValueKind.Object ? json.GetRawText() : null,
            "Give the config of a run as an object, or null for the usual settings."),
        Goal = ReadGoal(fields, now.Goal),
    };

    /// <summary>As <see cref="Read"/> takes it.</summary>
    public static JsonElement? Write(TaskGoal? goal) => goal is null ? null
        : goal.BeatsClass ? JsonSerializer.SerializeToElement(BeatClass)
        : JsonSerializer.SerializeToElement(goal.Conditions, JsonSerializerOptions.Web);

    private static TaskGoal? ReadGoal(JsonFields fields, TaskGoal? now)
    {
        if (!fields.Has("goal") || fields.IsNull("goal"))
        {
            return fields.Has("goal") ? null : now;
        }

        if (fields.Is("goal", BeatClass))
        {
            return TaskGoal.BeatClass;
        }

        var conditions = fields.Objects("goal", Expected);
        return new TaskGoal
        {
            Conditions = [.. conditions.OfType<JsonFields>().Select(condition => new TaskCondition(
                condition.Text("measure") ?? "", condition.Number("level"), condition.Number("atLeast"), condition.Number("atMost")))],
        };
    }
}
