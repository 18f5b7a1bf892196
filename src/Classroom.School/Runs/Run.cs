using Classroom.School.DataSets;

namespace Classroom.School.Runs;

/// <summary>The truth about a training run; whatever a grain or a page knows comes from here.</summary>
public sealed class Run
{
    public const int LongestTitle = 120;

    public const int LongestTrialRun = 60;

    internal const int LongestDataSetId = 64;

    internal const int LongestMessage = 1000;

    public required Guid Id { get; init; }

    public required int OwnerId { get; init; }

    public string? Title { get; set; }

    /// <summary>The term whose experiment this run belongs to, or from whose lesson its owner came to the lab; null for others.</summary>
    public string? Slug { get; init; }

    /// <summary>The walk through that experiment; null for other runs, and where so old a walk is no longer kept.</summary>
    public Guid? TrialId { get; init; }

    /// <summary>What the run is called within the experiment, such as "40 pictures"; null for other runs.</summary>
    public string? TrialRun { get; init; }

    public required string ConfigJson { get; init; }

    /// <summary>Name of a built-in data set, or the id of a <see cref="DataSetEntry"/>.</summary>
    public required string DataSetId { get; init; }

    public RunState State { get; set; }

    public int Step { get; set; }

    public required int Steps { get; init; }

    public int Epoch { get; set; }

    public required int Epochs { get; init; }

    /// <summary>
    /// Training examples of an epoch, so that a mean over an epoch can weigh its steps; null in runs from before this was written
    /// down.
    /// </summary>
    public int? TrainExamples { get; init; }

    /// <summary>
    /// The training steps after which the kept weights stood: the last one, or that of the best epoch. Null while the run has
    /// not ended, where it ended without weights, and in runs from before this was written down.
    /// </summary>
    public int? WeightsStep { get; set; }

    /// <summary>Points of the stored curve, numbered from 0: the next chunk begins at this sequence.</summary>
    public int Points { get; set; }

    /// <summary>Stored probe frames, numbered from 0.</summary>
    public int Frames { get; set; }

    /// <summary>Grows with each holder; a holder of an older token can write nothing.</summary>
    public long FencingToken { get; set; }

    /// <summary>
    /// The settings of the engines that have computed it, oldest first, joined by arrows; null where nobody wrote them down.
    /// </summary>
    public string? Engine { get; set; }

    /// <summary>Their processors, in the same way.</summary>
    public string? Processor { get; set; }

    public required DateTime CreatedUtc { get; init; }

    public DateTime? StartedUtc { get; set; }

    public DateTime? EndedUtc { get; set; }

    public long TrainingMilliseconds { get; set; }

    /// <summary>For people: why it ended as it did, or what it waits for.</summary>
    public string? Message { get; set; }

    public double? TrainLoss { get; set; }

    public double? ValLoss { get; set; }

    public double? ValAccuracy { get; set; }

    /// <summary>The epoch that a step belongs to, from 1; 0 before the first.</summary>
    public int EpochAt(int step) => Steps > 0 ? (int)((((long)step * Epochs) + Steps - 1) / Steps) : 0;
}
