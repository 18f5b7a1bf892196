namespace Classroom.Curriculum.Quizzes;

/// <summary>A picture that belongs to a question; the file itself is stored elsewhere, under its id.</summary>
/// <param name="Id">Whose address is asked for.</param>
/// <param name="Alt">What it shows, for those who do not see it.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record QuestionPicture(int Id, string Alt, int Width, int Height);
