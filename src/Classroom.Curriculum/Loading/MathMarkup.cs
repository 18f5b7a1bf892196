using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Markdig.Helpers;

namespace Classroom.Curriculum.Loading;

/// <summary>Checks formulas: MathML, and nothing else that MathML could carry into a page.</summary>
internal static partial class MathMarkup
{
    private static readonly XNamespace MathMl = "http://www.w3.org/1998/Math/MathML";

    private static readonly HashSet<string> Elements =
    [
        "math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "msup", "msub", "msubsup", "mfrac", "msqrt", "mroot", "mover", "munder",
        "munderover", "mmultiscripts", "mprescripts", "none", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom", "mfenced",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "display", "displaystyle", "scriptlevel", "mathvariant", "dir", "form", "fence", "separator", "stretchy", "symmetric", "largeop",
        "movablelimits", "lspace", "rspace", "minsize", "maxsize", "width", "height", "depth", "voffset", "linethickness", "accent",
        "accentunder",
        "rowspan", "columnspan", "columnalign", "rowalign", "columnspacing", "rowspacing", "aria-label", "alttext",
    ];

    /// <summary>The formula as HTML takes it; null, with the fault reported, if it cannot be used.</summary>
    /// <param name="fault">Takes a line, counted from 0 within <paramref name="source"/>, and what is wrong there.</param>
    public static XElement? Read(string source, Action<int, string> fault)
    {
        XElement root;
        try
        {
            root = MarkupXml.Parse(Entity().Replace(source, match => EntityHelper.DecodeEntity(match.Groups["name"].Value) ?? match.Value));
        }
        catch (XmlException broken)
        {
            fault(Math.Max(0, broken.LineNumber - 1), $"This formula is not well-formed: {broken.Message}");
            return null;
        }
        foreach (var element in root.DescendantsAndSelf())
        {
            if ((element.Name.Namespace != XNamespace.None && element.Name.Namespace != MathMl)
                || !Elements.Contains(element.Name.LocalName))
            {
                fault(MarkupXml.LineOf(element) - 1, $"<{element.Name.LocalName}> is no MathML element that formulas here may use.");
            }
            foreach (var attribute in element.Attributes()
                .Where(attribute => !attribute.IsNamespaceDeclaration && !Attributes.Contains(attribute.Name.ToString())))
            {
                fault(MarkupXml.LineOf(attribute) - 1, $"The attribute \"{attribute.Name.LocalName}\" is not allowed in a formula.");
            }
        }
        return root;
    }

    /// <summary>Named entities are HTML's, not XML's; the five that XML knows stay as they are.</summary>
    [GeneratedRegex("&(?!(?:lt|gt|amp|quot|apos);)(?<name>[A-Za-z][A-Za-z0-9]*);")]
    private static partial Regex Entity();
}
