using Classroom.School.Classes;

namespace Classroom.School.PictureSignIn;

/// <summary>A class as its sign-in page shows it.</summary>
/// <param name="Name">Of the class.</param>
/// <param name="Mode">How many pictures a student chooses.</param>
/// <param name="Students">Those who have pictures, by the names that they find themselves by.</param>
public sealed record PictureClass(string Name, PictureMode Mode, IReadOnlyList<PictureName> Students);
