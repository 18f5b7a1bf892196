namespace Classroom.School.Questions;

/// <summary>A picture that is to be stored, as it was drawn anew from what somebody uploaded.</summary>
public sealed record NewPicture(byte[] Content, int Width, int Height);
