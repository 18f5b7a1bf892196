using System.Diagnostics.CodeAnalysis;

namespace Classroom.Training.Data.Import;

/// <summary>What came of an import: the data set, or every fault. Whoever gets one disposes it.</summary>
public sealed class ImportResult : IDisposable
{
    /// <summary>The data set, or null when there are errors.</summary>
    public StagedDataSet? DataSet { get; init; }

    public required IReadOnlyList<ImportError> Errors { get; init; }

    /// <summary>What has to be decided first; as long as there is one, there is no data set.</summary>
    public IReadOnlyList<ImportQuestion> Questions { get; init; } = [];

    /// <summary>How the files were read, as far as they were; null where not even the format is known.</summary>
    public DataSetReading? Reading { get; init; }

    /// <summary>The first examples, as far as they could be read.</summary>
    public ImportSample? Sample { get; init; }

    [MemberNotNullWhen(true, nameof(DataSet))]
    public bool IsValid => DataSet is not null;

    public void Dispose() => DataSet?.Dispose();
}
