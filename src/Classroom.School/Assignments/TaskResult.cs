using System.Text.Json;
using System.Text.Json.Serialization;

namespace Classroom.School.Assignments;

/// <summary>What a run measured when it was handed in, so that it can be judged again by another goal, also without the run.</summary>
/// <param name="Rival">The run to beat at that moment; null without one.</param>
public sealed record TaskResult(IReadOnlyList<TaskValue> Values, TaskRival? Rival)
{
    // Loss and steps may be infinite, and a loss may be no number.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Null where it was not measured.</summary>
    public double? Of(string measure, double? level = null) => Find(measure, level)?.Value;

    /// <summary>What a goal asks for, each with what was measured and whether it holds; null where there was nothing to measure.</summary>
    public IReadOnlyList<TaskCheck> Check(TaskGoal goal) =>
    [
        .. from check in goal.Checks(Rival)
           let value = Of(check.Measure, check.Level)
           select new TaskCheck(check, value, check.Holds(value)),
    ];

    /// <summary>The share of the goal's conditions that hold, 0 to 1; null where one asks for a number that was not looked at.</summary>
    public double? Score(TaskGoal goal) => goal.Checks(Rival).All(check => Find(check.Measure, check.Level) is not null)
        ? Check(goal) is { Count: > 0 } checks ? (double)checks.Count(check => check.Holds == true) / checks.Count : 1
        : null;

    internal string ToJson() => JsonSerializer.Serialize(this, Options);

    internal static TaskResult FromJson(string json) => JsonSerializer.Deserialize<TaskResult>(json, Options)!;

    private TaskValue? Find(string measure, double? level) =>
        Values.FirstOrDefault(value => value.Measure == measure && value.Level == level);
}
