using Classroom.School.Assignments;

namespace Classroom.Web.Features.Tasks;

/// <summary>One condition and what a run made of it.</summary>
/// <param name="Value">Null where there was nothing to measure, or where the run never came there.</param>
public sealed record ConditionAnswer(string Measure, double? Level, double? AtLeast, double? AtMost, double? Value, bool Met)
{
    // JSON has no infinity.
    public static ConditionAnswer From(TaskCheck check) => new(
        check.Check.Measure,
        check.Check.Level,
        check.Check.AtLeast,
        check.Check.AtMost,
        check.Value is { } value && double.IsFinite(value) ? value : null,
        check.Holds == true);
}
