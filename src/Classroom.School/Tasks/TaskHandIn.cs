using Classroom.School.Assignments;

namespace Classroom.School.Tasks;

/// <summary>A run that was handed in.</summary>
/// <param name="RunId">Null where the run is no longer there.</param>
/// <param name="FirstScore">By the goal that the task had then, 0 to 1.</param>
public sealed record TaskHandIn(int Id, Guid? RunId, DateTime SubmittedUtc, double FirstScore, TaskResult Result)
{
    /// <summary>False where the goal asks for a number that was not measured, because it has changed since.</summary>
    public bool IsJudgedBy(TaskGoal goal) => Result.Score(goal) is not null;

    /// <summary>0 to 1, by a goal as it stands; where that cannot be judged, by the one that the task had then.</summary>
    public double Score(TaskGoal goal) => Result.Score(goal) ?? FirstScore;

    internal static TaskHandIn From(TaskSubmission submission) => new(
        submission.Id, submission.RunId, submission.SubmittedUtc, submission.Score, TaskResult.FromJson(submission.ResultJson));
}
