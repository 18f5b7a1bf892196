namespace Classroom.School.PictureSignIn;

/// <summary>A student on the class's sign-in page.</summary>
public sealed record PictureName(int StudentId, string Name);
