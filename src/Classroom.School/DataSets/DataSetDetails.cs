namespace Classroom.School;

public sealed record DataSetDetails(
    Guid Id,
    string Title,
    string Kind,
    int Examples,
    IReadOnlyList<int> Shape,
    IReadOnlyList<string> Classes,
    int OwnerId,
    string OwnerName,
    DateTime CreatedUtc,
    long Bytes);
