using Classroom.School.People;

namespace Classroom.School.Questions;

/// <summary>The file of a picture in questions. Versions and copies of a question share it.</summary>
public sealed class StoredPicture
{
    public const int LongestAlt = 500;

    public int Id { get; init; }

    /// <summary>Who brought it, and whose room it takes.</summary>
    public int OwnerId { get; init; }

    public User Owner { get; init; } = null!;

    /// <summary>A WebP file that this program wrote.</summary>
    public required byte[] Content { get; init; }

    public required int Bytes { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required DateTime CreatedUtc { get; init; }
}
