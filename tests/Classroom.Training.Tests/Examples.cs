namespace Classroom.Training.Tests;

/// <summary>Small configs and data sets that train in a moment.</summary>
internal static class Examples
{
    public static CnnConfig SmallCnn { get; } = new() { Conv = [4, 8], Dense = [16] };

    /// <summary>The first digits, few enough for a run of a second.</summary>
    public static DataSet FewDigits { get; } = Few(BuiltInDataSets.Get("digits")!, 320, 80);

    public static DataSet Sentences { get; } = BuiltInDataSets.Get("sentences")!;

    public static TrainingConfig Config(ModelConfig model, int epochs = 1, int seed = 42, double rate = 0.005) => new()
    {
        Dataset = model is CnnConfig ? "digits" : "sentences",
        Model = model,
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = rate },
        BatchSize = 32,
        Epochs = epochs,
        Seed = seed,
    };

    public static RecordingSink Train(TrainingConfig config, DataSet data)
    {
        var sink = new RecordingSink();
        using var run = new TrainingRun(config, data);
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        return sink;
    }

    private static DataSet Few(DataSet all, int train, int validation)
    {
        var size = all.Shape[0] * all.Shape[1];
        return all with
        {
            Train = train,
            Validation = validation,
            Values = all.Values[..((train + validation) * size)],
            Labels = all.Labels[..(train + validation)],
        };
    }
}
