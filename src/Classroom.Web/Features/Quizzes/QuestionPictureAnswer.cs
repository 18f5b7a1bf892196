using Classroom.Curriculum.Quizzes;

namespace Classroom.Web.Features.Quizzes;

/// <summary>A question's picture: where it is, and what it shows.</summary>
public sealed record QuestionPictureAnswer(string Address, string Alt, int Width, int Height)
{
    public const string Route = "/questions/pictures/{id:int}";

    public static QuestionPictureAnswer? From(QuestionPicture? picture) =>
        picture is null ? null : new($"/questions/pictures/{picture.Id}", picture.Alt, picture.Width, picture.Height);
}
