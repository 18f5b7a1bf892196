namespace Classroom.Web.Features.Charts.Statistics;

/// <summary>
/// A value that is measured once an epoch: the last one, and the best one. Of several that are equal, the first is the best.
/// </summary>
/// <param name="Epoch">The last epoch with a value.</param>
/// <param name="Value">Its value.</param>
/// <param name="BestEpoch">The first epoch that none before or since was better than.</param>
/// <param name="Best">Its value.</param>
/// <param name="Epochs">How many epochs have a value.</param>
public sealed record BestSoFar(int Epoch, float Value, int BestEpoch, float Best, int Epochs)
{
    /// <summary>Takes in the next epoch; a value that is no number is left out.</summary>
    public static BestSoFar? Add(BestSoFar? before, int epoch, float? value, bool lowerIsBetter) =>
        value is not { } number || !float.IsFinite(number)
            ? before
            : before is null
                ? new(epoch, number, epoch, number, 1)
                : (lowerIsBetter ? number < before.Best : number > before.Best)
                    ? new(epoch, number, epoch, number, before.Epochs + 1)
                    : before with { Epoch = epoch, Value = number, Epochs = before.Epochs + 1 };
}
