namespace Classroom.School.PictureSignIn;

/// <summary>Where a student stands with the pictures of a class.</summary>
public enum PictureState
{
    /// <summary>Has none yet.</summary>
    None,
    Ready,

    /// <summary>Somebody chose wrong ones too often; goes on by itself.</summary>
    Paused,

    /// <summary>So often that a teacher must let the student try again.</summary>
    Held,
}
