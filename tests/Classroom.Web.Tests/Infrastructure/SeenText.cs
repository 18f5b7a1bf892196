using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Classroom.Web.Tests;

internal static partial class SeenText
{
    /// <summary>
    /// The text of an element as a browser shows it: where the source has a line break or several spaces, there is one space.
    /// </summary>
    public static string ReadText(this INode node) => Spaces().Replace(node.TextContent, " ").Trim();

    [GeneratedRegex("[ \t\r\n]+")]
    private static partial Regex Spaces();
}
