using System.Diagnostics.CodeAnalysis;

namespace Classroom.Training;

/// <summary>What came of an import: the data set, or every fault. Whoever gets one disposes it.</summary>
public sealed class ImportResult : IDisposable
{
    /// <summary>The data set, or null when there are errors.</summary>
    public StagedDataSet? DataSet { get; init; }

    public required IReadOnlyList<ImportError> Errors { get; init; }

    [MemberNotNullWhen(true, nameof(DataSet))]
    public bool IsValid => DataSet is not null;

    public void Dispose() => DataSet?.Dispose();
}
