namespace Classroom.School;

internal static class TypedText
{
    /// <summary>Nobody types one into a name, and PostgreSQL refuses some of them.</summary>
    public static bool HasControlCharacters(this string text) => text.Any(char.IsControl);
}
