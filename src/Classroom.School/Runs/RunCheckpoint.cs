using System.Security.Cryptography;

namespace Classroom.School.Runs;

/// <summary>Where a run can go on after its process has died; opaque to the school. The last two of an unfinished run are kept.</summary>
public sealed class RunCheckpoint
{
    public required Guid RunId { get; init; }

    /// <summary>Training steps done.</summary>
    public required int Step { get; init; }

    /// <summary>SHA-256 of <see cref="Data"/> as it was when it was stored.</summary>
    public required byte[] Hash { get; init; }

    public required byte[] Data { get; init; }

    public bool IsIntact() => SHA256.HashData(Data).AsSpan().SequenceEqual(Hash);
}
