namespace Classroom.School.Classes;

/// <summary>
/// The code of a class's sign-in page with pictures. Whoever has it sees the students' names, so it is longer than a
/// <see cref="JoinCode"/>: nobody finds it by trying.
/// </summary>
public static class PictureCode
{
    public const int Length = 12;

    private const int Group = 4;

    public static string New() => JoinCode.New(Length);

    /// <summary>In groups, as people read it: ABCD-EFGH-JKMN.</summary>
    public static string Format(string code) => string.Join('-', code.Chunk(Group).Select(group => new string(group)));
}
