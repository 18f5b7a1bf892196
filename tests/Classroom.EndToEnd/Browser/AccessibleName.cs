using System.Text.RegularExpressions;

namespace Classroom.EndToEnd;

/// <summary>What a button or link is called where some of its text is hidden but heard.</summary>
public static class AccessibleName
{
    /// <summary>Begins with words that are seen, and goes on with what is hidden: "Edit: Capitals". The browser may put a space before it.</summary>
    public static Regex Of(string seen, string hidden) => new($"^{Regex.Escape(seen)} ?: {Regex.Escape(hidden)}");
}
