namespace Classroom.Training;

/// <summary>The data sets that need no download: made or read on first use, then kept.</summary>
public static class BuiltInDataSets
{
    private static readonly Lazy<DataSet> Digits = new(DigitsDataSet.Draw);
    private static readonly Lazy<DataSet> Sentences = new(SentencesDataSet.Read);

    /// <summary>What there is, without drawing anything.</summary>
    public static IReadOnlyList<DataSetInfo> List => [DigitsDataSet.Info, Sentences.Value.Info];

    /// <summary>The data set with this id, or null.</summary>
    public static DataSet? Get(string id) => id switch
    {
        "digits" => Digits.Value,
        "sentences" => Sentences.Value,
        _ => null,
    };
}
