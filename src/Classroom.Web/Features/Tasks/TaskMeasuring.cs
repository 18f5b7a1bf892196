using Classroom.Curriculum.Experiments;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Tasks;
using Classroom.Training.Measures;
using Classroom.Web.Features.Experiments;

namespace Classroom.Web.Features.Tasks;

/// <summary>Measures runs for lab tasks, and hands them in.</summary>
public sealed class TaskMeasuring(RunMeasuring runs, TaskReader reader, TaskService tasks)
{
    /// <summary>Every measure of a run, so that it can be judged by other goals too; none where it cannot be measured.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="runId">The run.</param>
    /// <param name="goal">Says which levels are asked for.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<IReadOnlyList<TaskValue>> MeasureAsync(
        Actor actor, Guid runId, TaskGoal goal, CancellationToken cancellationToken = default)
    {
        if (await runs.FindAsync(actor, runId, cancellationToken) is not { } run)
        {
            return [];
        }

        var alone = ExperimentMeasures.Names.Except(ExperimentMeasures.WithLevel).Select(name => (name, (double?)null));
        var withLevel = goal.Conditions.Where(condition => condition.Level is not null)
            .Select(condition => (condition.Measure, condition.Level));
        return
        [
            .. from asked in alone.Concat(withLevel).Distinct()
               let value = RunMeasure.Find(asked.Item1)!.Value(run, asked.Item2 ?? 0)
               select new TaskValue(asked.Item1, asked.Item2, value),
        ];
    }

    /// <summary>As <see cref="TaskService.HandInAsync"/>, with the run measured before.</summary>
    public async Task<Outcome<TaskHandIn>> HandInAsync(
        Actor actor, int assignmentId, Guid runId, CancellationToken cancellationToken = default) =>
        await reader.FindAsync(actor, assignmentId, cancellationToken) is { } task
            ? await tasks.HandInAsync(
                actor, assignmentId, runId, await MeasureAsync(actor, runId, task.Goal, cancellationToken), cancellationToken)
            : new Refusal.NotFound();
}
