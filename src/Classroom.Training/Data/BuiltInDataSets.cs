namespace Classroom.Training;

/// <summary>The data sets that need no download: made or read on first use, then kept.</summary>
public static class BuiltInDataSets
{
    /// <summary>What there is, without drawing anything.</summary>
    public static IReadOnlyList<DataSetInfo> List => throw new NotImplementedException();

    /// <summary>The data set with this id, or null.</summary>
    public static DataSet? Get(string id) => throw new NotImplementedException();
}
