using Classroom.School.Assignments;
using Classroom.School.Tasks;

namespace Classroom.Web.Features.Tasks;

/// <summary>A run that was handed in.</summary>
/// <param name="Score">The share of the conditions that it meets, 0 to 1.</param>
/// <param name="Met">Each condition, in the goal's order; none where there was nobody to beat.</param>
public sealed record SubmissionAnswer(double Score, IReadOnlyList<ConditionAnswer> Met)
{
    public static SubmissionAnswer From(TaskHandIn handedIn, TaskGoal goal) => new(
        handedIn.Score(goal), [.. handedIn.Result.Check(goal).Select(ConditionAnswer.From)]);
}
