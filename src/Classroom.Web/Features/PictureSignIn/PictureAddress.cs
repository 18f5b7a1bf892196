using Classroom.School.Classes;

namespace Classroom.Web.Features.PictureSignIn;

/// <summary>Where students of a class sign in with pictures.</summary>
public static class PictureAddress
{
    public static string For(string school, string code) =>
        $"{school.TrimEnd('/')}/class/{PictureCode.Format(code)}";

    /// <summary>With the name chosen already, and never with the pictures: a copy of it signs nobody in.</summary>
    public static string For(string school, string code, int studentId) => $"{For(school, code)}?student={studentId}";
}
