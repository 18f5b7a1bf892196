namespace Classroom.School.Classes;

/// <summary>That students of a class sign in with pictures, and how. A class without such a row has passwords only.</summary>
public sealed class ClassPictures
{
    public int ClassId { get; init; }

    /// <summary>Part of the address of the class's sign-in page; see <see cref="PictureCode"/>.</summary>
    public required string Code { get; set; }

    public required PictureMode Mode { get; set; }

    /// <summary>Wrong pictures of all students since <see cref="WrongSinceUtc"/>.</summary>
    public int Wrong { get; private set; }

    public DateTime? WrongSinceUtc { get; private set; }

    /// <summary>Until then nobody in the class signs in with pictures.</summary>
    public DateTime? PausedUntilUtc { get; private set; }

    public SchoolClass Class { get; init; } = null!;
}
