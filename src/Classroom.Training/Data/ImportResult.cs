using System.Diagnostics.CodeAnalysis;

namespace Classroom.Training;

/// <summary>What came of an import: the data set, or every fault.</summary>
public sealed record ImportResult
{
    /// <summary>The data set, or null when there are errors.</summary>
    public DataSet? DataSet { get; init; }

    public required IReadOnlyList<ImportError> Errors { get; init; }

    [MemberNotNullWhen(true, nameof(DataSet))]
    public bool IsValid => DataSet is not null;
}

/// <summary>One fault in an upload.</summary>
/// <param name="File">The file's name as it was given; empty when the fault is in the upload as a whole.</param>
/// <param name="Byte">Where in the unpacked file, counted from 0; null when it is nowhere in particular.</param>
/// <param name="Message">What was wrong and what was expected.</param>
public sealed record ImportError(string File, long? Byte, string Message);
