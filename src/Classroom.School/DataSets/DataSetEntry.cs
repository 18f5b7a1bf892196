using Classroom.School.People;

namespace Classroom.School.DataSets;

/// <summary>An uploaded data set; its bytes lie in <see cref="DataSetPart"/>s.</summary>
public sealed class DataSetEntry
{
    public required Guid Id { get; init; }

    public required string Title { get; set; }

    /// <summary>What the examples are, in Training's words: points, images, sequences or text.</summary>
    public required string Kind { get; init; }

    public required int Examples { get; init; }

    /// <summary>Shape of one example as a JSON array, for example <c>[1,28,28]</c> (channels, height, width).</summary>
    public required string ShapeJson { get; init; }

    /// <summary>Names of the classes as a JSON array.</summary>
    public required string ClassesJson { get; init; }

    public required int OwnerId { get; init; }

    public required DateTime CreatedUtc { get; init; }

    /// <summary>0 for one that nobody can train on any more: of it only this row is left, for the runs it was used in.</summary>
    public long Bytes { get; set; }

    /// <summary>When it was removed or replaced. It is in no list since then, and no new run can use it.</summary>
    public DateTime? HiddenUtc { get; set; }

    /// <summary>The data set that took its place; null where it is current, or was removed.</summary>
    public Guid? ReplacedById { get; set; }

    public User Owner { get; init; } = null!;
}
