using Classroom.Training.Data.Pictures;
using Classroom.Training.Data.Points;
using Classroom.Training.Data.Sequences;
using Classroom.Training.Data.Text;

namespace Classroom.Training.Data.BuiltIn;

/// <summary>The data sets that need no download: made or read on first use, then kept.</summary>
public static class BuiltInDataSets
{
    private static readonly IReadOnlyList<BuiltInDataSet> All =
    [
        .. PointDataSets.All,
        new LineDataSet(),
        .. PictureDataSets.All,
        .. SequenceDataSets.All,
        .. TextDataSets.All,
    ];

    /// <summary>What there is, without drawing anything.</summary>
    public static IReadOnlyList<DataSetInfo> List { get; } = [.. All.Select(set => set.Info)];

    /// <summary>The data set with this id, or null.</summary>
    public static DataSet? Get(string id) => Find(id)?.Whole;

    /// <summary>What a config's <c>data</c> may say of the data set with this id; empty where there are no options.</summary>
    public static IReadOnlyList<DataOption> OptionsOf(string id) => Find(id)?.Options ?? [];

    internal static BuiltInDataSet? Find(string id) => All.FirstOrDefault(set => set.Info.Id == id);
}
