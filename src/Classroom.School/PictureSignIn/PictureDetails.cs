using Classroom.School.Classes;

namespace Classroom.School.PictureSignIn;

/// <summary>Signing in with pictures, as those see it who may change it.</summary>
public sealed record PictureDetails(string ClassName, bool IsArchived, PictureMode Mode, IReadOnlyList<PictureStudent> Students)
{
    /// <summary>Null while it is off.</summary>
    public string? Code { get; init; }

    /// <summary>Set while the whole class is paused.</summary>
    public DateTime? PausedUntilUtc { get; init; }

    public int Missing => Students.Count(student => student.State == PictureState.None);
}
