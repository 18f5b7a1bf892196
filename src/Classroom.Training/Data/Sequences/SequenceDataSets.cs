namespace Classroom.Training.Data.Sequences;

/// <summary>The built-in data sets of sequences.</summary>
internal static class SequenceDataSets
{
    public static IReadOnlyList<NumberDataSet> All { get; } = [new WavesDataSet(), new TidesDataSet(), new RecallDataSet()];
}
