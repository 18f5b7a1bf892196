using Classroom.Naming;

namespace Classroom.School;

internal static class ControlCharacters
{
    /// <summary>
    /// Nobody types one into a line, and PostgreSQL refuses some of them. Names have a rule of their own, <see cref="NameText"/>.
    /// </summary>
    public static bool HasControlCharacters(this string text) => text.Any(char.IsControl);
}
