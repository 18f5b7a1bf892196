namespace Classroom.School.Classes;

/// <summary>How many pictures a student of a class chooses to sign in.</summary>
public enum PictureMode
{
    /// <summary>None: with the password.</summary>
    Off,
    One,

    /// <summary>One after the other.</summary>
    Two,
}
