using Classroom.Training.Probes.Rounds;

namespace Classroom.Training.Measures;

/// <summary>One number that says how a run came out, so that runs can be compared and claims be checked.</summary>
/// <param name="Name">As content and scripts name it.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Unit">How the number is to be read.</param>
/// <param name="Probe">
/// The kind of frames that it comes from; null where the curve is enough. Where there are none, weights are counted by the config.
/// </param>
/// <param name="Value">
/// Of a run, and of the level where the measure asks for one. Null while there is nothing to measure; infinite where the run
/// never came there.
/// </param>
public sealed record RunMeasure(string Name, string Title, MeasureUnit Unit, string? Probe, Func<MeasuredRun, double, double?> Value)
{
    /// <summary>
    /// Which moments of training the number is about, to be said with the title: "averaged over the first 5 epochs". Null for a
    /// number of the whole run or of its end.
    /// </summary>
    public string? When { get; init; }

    /// <summary>All measures.</summary>
    public static readonly IReadOnlyList<RunMeasure> All =
    [
        new("validation-accuracy", "validation accuracy", MeasureUnit.Share, null, (run, _) => run.LastValidation?.ValAccuracy),
        new("validation-loss", "validation loss", MeasureUnit.Loss, null, (run, _) => run.LastValidation?.ValLoss),
        new("train-loss", "training loss", MeasureUnit.Loss, null, (run, _) => run.LastTrainLoss),
        new("best-validation-loss", "lowest validation loss", MeasureUnit.Loss, null, (run, _) => run.BestValidation?.ValLoss),
        new("best-epoch", "epoch with the lowest validation loss", MeasureUnit.Count, null, (run, _) => run.BestValidation?.Epoch),
        new(
            "best-epoch-share",
            "place of the best epoch among all",
            MeasureUnit.Share,
            null,
            (run, _) => run.BestValidation?.Epoch / run.LastValidation?.Epoch),
        new(
            "overfitting",
            "last validation loss divided by its lowest",
            MeasureUnit.Factor,
            null,
            (run, _) => run.LastValidation?.ValLoss / (double?)run.BestValidation?.ValLoss),
        new(
            "gap",
            "validation loss minus training loss",
            MeasureUnit.Loss,
            null,
            (run, _) => run.LastValidation?.ValLoss - run.LastTrainLoss),
        new("loss-noise", "jump of the loss from step to step", MeasureUnit.Loss, null, (run, _) => LossNoise([.. run.TrainLosses])),
        new(
            "seconds-per-epoch",
            "seconds per epoch",
            MeasureUnit.Seconds,
            null,
            (run, _) => run.TrainingTime.TotalSeconds / run.LastValidation?.Epoch),
        new("steps-to-accuracy", "steps to the accuracy", MeasureUnit.Count, null, StepsToAccuracy),
        new(
            "loss-left",
            "last loss ÷ first loss",
            MeasureUnit.Factor,
            null,
            (
                run,
                _) => run.Diverged
                    ? double.PositiveInfinity
                    : run.LastTrainLoss / run.TrainLosses.Select(loss => (double?)loss).FirstOrDefault()),
        new("diverged", "diverged", MeasureUnit.YesNo, null, (run, _) => run.Diverged ? 1 : 0),
        new(
            "gradient-ratio",
            "gradient of the first layer divided by that of the last hidden one",
            MeasureUnit.Factor,
            ProbeKinds.GradientNorms,
            (run, _) => FrameMeasures.GradientRatio(run.Frames))
        {
            When = AveragedEarly,
        },
        new(
            "time-step-ratio",
            "gradient at the first time step divided by that at the last",
            MeasureUnit.Factor,
            ProbeKinds.GradientNorms,
            (run, _) => FrameMeasures.TimeStepRatio(run.Frames))
        {
            When = AveragedEarly,
        },
        new(
            "layers-with-gradient",
            "layers that got some of the gradient",
            MeasureUnit.Share,
            ProbeKinds.GradientNorms,
            (run, _) => FrameMeasures.LayersWithGradient(run.Frames))
        {
            When = $"counted over the first {FrameMeasures.FirstEpochs} epochs",
        },
        new(
            "reconstruction-share",
            "error divided by that of the mean picture",
            MeasureUnit.Share,
            ProbeKinds.Reconstructions,
            (run, _) => run.LastValidation?.ValLoss / FrameMeasures.MeanPictureError(run.Frames)),
        new(
            "cluster-purity",
            "purity of the groups",
            MeasureUnit.Share,
            ProbeKinds.Embedding,
            (run, _) => FrameMeasures.ClusterPurity(run.Frames)),
        new(
            "weights",
            "weights and biases",
            MeasureUnit.Count,
            ProbeKinds.Network,
            (run, _) => FrameMeasures.Weights(run.Frames) ?? run.Weights),
        new("neurons-to-accuracy", "hidden neurons with an accuracy of", MeasureUnit.Count, ProbeKinds.Network, NeuronsToAccuracy),
    ];

    // Later ones say less: a network that has learned all it can has small gradients everywhere.
    private static string AveragedEarly => $"averaged over the first {FrameMeasures.FirstEpochs} epochs";

    /// <summary>Null where there is none of this name.</summary>
    public static RunMeasure? Find(string name) => All.FirstOrDefault(measure => measure.Name == name);

    /// <summary>Standard deviation of the difference between the losses of neighboring steps; null with fewer than three.</summary>
    private static double? LossNoise(float[] losses)
    {
        if (losses.Length < 3)
        {
            return null;
        }

        var jumps = losses.Zip(losses.Skip(1), (one, next) => (double)next - one).ToList();
        var mean = jumps.Average();
        return Math.Sqrt(jumps.Average(jump => (jump - mean) * (jump - mean)));
    }

    /// <summary>Hidden neurons; infinite where the last validation is below the level.</summary>
    private static double? NeuronsToAccuracy(MeasuredRun run, double level) => run.LastValidation?.ValAccuracy switch
    {
        null => null,
        { } accuracy when accuracy < (float)level => double.PositiveInfinity,
        _ => FrameMeasures.HiddenNeurons(run.Frames),
    };

    /// <summary>Training steps before the first validation that reaches the level; infinite where none did.</summary>
    private static double? StepsToAccuracy(MeasuredRun run, double level) => run.LastValidation is null
        ? null
        : run.Validations.Where(point => point.ValAccuracy >= (float)level).Select(point => (double?)point.Step).FirstOrDefault()
            ?? double.PositiveInfinity;
}
