using Classroom.Training.Loop;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.Runs;

/// <summary>Where a run's loss stopped being a number.</summary>
/// <param name="Step">The step after which there was none.</param>
/// <param name="Epoch">The epoch that this step belongs to, from 1.</param>
/// <param name="LossBefore">The last training loss that was one; null where there never was.</param>
/// <param name="StepBefore">The step of that loss.</param>
public sealed record RunDivergence(int Step, int Epoch, float? LossBefore, int StepBefore)
{
    /// <summary>Null where every loss is a number.</summary>
    public static RunDivergence? Find(IReadOnlyList<MetricPoint> points)
    {
        MetricPoint? before = null;
        foreach (var point in points)
        {
            if (point.TrainLoss is { } loss && float.IsFinite(loss))
            {
                before = point;
            }
            else if (point.TrainLoss is not null || point.ValLoss is { } measured && !float.IsFinite(measured))
            {
                return new RunDivergence(
                    point.Step, Math.Max(1, (int)Math.Ceiling(point.Epoch - 1e-9)), before?.TrainLoss, before?.Step ?? 0);
            }
        }

        return null;
    }

    public string Describe() =>
        $"It happened at step {Step}, in epoch {Epoch}."
            + (LossBefore is { } loss ? $" The last loss before that, at step {StepBefore}, was {Numbers.Short(loss)}." : "");
}
