namespace Classroom.School.DataSets;

public sealed record DataSetDetails(
    Guid Id,
    string Title,
    string Kind,
    int Examples,
    IReadOnlyList<int> Shape,
    IReadOnlyList<string> Classes,
    int OwnerId,
    string OwnerName,
    long Bytes,
    DateTime? HiddenUtc = null,
    Guid? ReplacedById = null)
{
    /// <summary>It can be chosen for a run: neither removed nor replaced.</summary>
    public bool IsCurrent => HiddenUtc is null;
}
