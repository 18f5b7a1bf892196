namespace Classroom.Training;

/// <summary>The names of the probes.</summary>
public static class ProbeKinds
{
    public const string Predictions = "predictions";
    public const string Text = "text";

    /// <summary>Those that fit this model on this data set, in the order in which their frames come.</summary>
    public static IReadOnlyList<string> For(ModelConfig model, DataSetInfo data) => (model, data.Kind) switch
    {
        (RnnConfig, DataSetKind.Text) => [Text],
        (MlpConfig or CnnConfig, DataSetKind.Image) => [Predictions],
        _ => [],
    };
}
