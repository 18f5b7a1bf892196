using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Classroom.Curriculum.Experiments;

namespace Classroom.School.Assignments;

/// <summary>
/// What a run has to reach for a lab task: either all of its conditions, or the accuracy of the class's best run with fewer weights.
/// </summary>
public sealed record TaskGoal
{
    public const int MostConditions = 5;

    public const string Accuracy = "validation-accuracy";

    public const string Weights = "weights";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public static TaskGoal BeatClass { get; } = new() { BeatsClass = true };

    /// <summary>At least the validation accuracy of the best run that another student has handed in, with fewer weights.</summary>
    public bool BeatsClass { get; init; }

    /// <summary>None where the class's best is to be beaten.</summary>
    public IReadOnlyList<TaskCondition> Conditions { get; init; } = [];

    /// <summary>What has to hold for one run; nothing where there is nobody to beat.</summary>
    /// <param name="rival">The best run of the others when it is handed in; null without one.</param>
    public IReadOnlyList<ExperimentCheck> Checks(TaskRival? rival) => !BeatsClass
        ? [.. Conditions.Select(condition => condition.ToCheck())]
        : rival is null
            ? []
            :
            [
                new TaskCondition(Accuracy, null, rival.Accuracy, null).ToCheck(),
                new TaskCondition(Weights, null, null, rival.Weights - 1).ToCheck(),
            ];

    public bool Equals(TaskGoal? other) =>
        other is not null && BeatsClass == other.BeatsClass && Conditions.SequenceEqual(other.Conditions);

    public override int GetHashCode() => HashCode.Combine(BeatsClass, Conditions.Count);

    /// <summary>As the audit log writes it: "validation-accuracy at least 0.95, weights at most 5000".</summary>
    public override string ToString() => BeatsClass
        ? "beat-class"
        : string.Join(", ", Conditions.Select(condition => string.Create(
            CultureInfo.InvariantCulture,
            $"{condition.Measure}{Say(" ", condition.Level)}{Say(" at least ", condition.AtLeast)}{Say(" at most ", condition.AtMost)}")));

    internal string ToJson() => JsonSerializer.Serialize(this, Options);

    internal static TaskGoal? FromJson(string? json) => json is null ? null : JsonSerializer.Deserialize<TaskGoal>(json, Options);

    private static string Say(string word, double? number) =>
        number is { } value ? string.Create(CultureInfo.InvariantCulture, $"{word}{value}") : "";
}
