namespace Classroom.School.PictureSignIn;

/// <summary>Who has chosen the right pictures.</summary>
public sealed record PictureEntry(int StudentId);
