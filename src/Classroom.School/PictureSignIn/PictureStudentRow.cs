namespace Classroom.School.PictureSignIn;

/// <summary>A student of the class, and what is stored of the pictures; null where there are none.</summary>
internal sealed record PictureStudentRow(int Id, string UserName, string? Hash)
{
    public override string ToString() => $"pictures of {UserName}";
}
