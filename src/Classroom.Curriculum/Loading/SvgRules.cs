using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Classroom.Curriculum.Loading;

/// <summary>
/// What a drawing may hold: shapes and text, colored by classes, so that it follows light and dark mode, and nothing that a strict
/// content security policy would stop or that reaches outside the page.
/// </summary>
internal static partial class SvgRules
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly HashSet<string> Shapes = ["g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"];

    private static readonly HashSet<string> FigureElements =
        [.. Shapes, "svg", "text", "tspan", "title", "desc", "defs", "marker", "clipPath", "use", "symbol"];

    private static readonly HashSet<string> Geometry =
    [
        "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "transform", "dx", "dy",
        "viewBox", "pathLength", "fill", "stroke", "fill-rule", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    ];

    private static readonly HashSet<string> FigureAttributes =
    [
        .. Geometry, "class", "id", "href", "stroke-width", "stroke-dashoffset", "stroke-miterlimit", "opacity", "fill-opacity",
        "stroke-opacity",
        "font-size", "font-weight", "font-style", "font-family", "text-anchor", "dominant-baseline", "letter-spacing", "rotate",
        "textLength",
        "lengthAdjust", "marker-start", "marker-mid", "marker-end", "markerWidth", "markerHeight", "markerUnits", "refX", "refY", "orient",
        "clip-path", "clip-rule", "clipPathUnits", "preserveAspectRatio", "vector-effect", "paint-order", "role", "aria-hidden",
    ];

    private static readonly HashSet<string> Colors =
        [
            .. new[] { "ink", "muted", "line", "paper", "accent", "good", "warn", "bad", "s1", "s2", "s3", "s4", "s5", "s6" }.SelectMany(
                name => new[] { $"f-{name}", $"s-{name}" }),
            "f-none", "f-soft"];

    private static readonly Dictionary<string, string> GlyphRoot = new()
    {
        ["viewBox"] = "0 0 48 48",
        ["fill"] = "none",
        ["stroke"] = "currentColor",
        ["stroke-width"] = "3",
        ["stroke-linecap"] = "round",
        ["stroke-linejoin"] = "round",
    };

    /// <summary>The figure in <paramref name="file"/>; null if it is not even well-formed. Faults are noted.</summary>
    public static XElement? ReadFigure(SourceFile file, string slug)
    {
        if (Parse(file) is not { } root)
        {
            return null;
        }
        if (!IsViewBox(root.Attribute("viewBox")?.Value))
        {
            file.Fault(
                MarkupXml.LineOf(root),
                "The figure needs a viewBox of four numbers with a positive width and height, such as viewBox=\"0 0 640 360\".");
        }
        if (root.Attribute("width") is not null || root.Attribute("height") is not null)
        {
            file.Fault(
                MarkupXml.LineOf(root),
                "The figure must not set width or height on <svg>: the page decides its size, the viewBox its shape.");
        }
        var ids = root.Descendants().Attributes("id").Select(id => id.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var element in root.DescendantsAndSelf())
        {
            CheckElement(file, element, FigureElements);
            foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
            {
                CheckAttribute(file, attribute, FigureAttributes, slug, ids);
            }
        }
        return root;
    }

    /// <summary>The glyph in <paramref name="file"/>, ready for a page; empty if it is not even well-formed. Faults are noted.</summary>
    public static string ReadGlyph(SourceFile file)
    {
        if (Parse(file) is not { } root)
        {
            return "";
        }
        var wrong = GlyphRoot.Where(wanted => root.Attribute(wanted.Key)?.Value != wanted.Value)
            .Select(wanted => $"{wanted.Key}=\"{wanted.Value}\"")
            .ToList();
        if (wrong.Count > 0)
        {
            file.Fault(MarkupXml.LineOf(root), $"A glyph's <svg> needs {string.Join(' ', wrong)}, so that all glyphs look alike.");
        }
        foreach (var attribute in root.Attributes()
            .Where(attribute => !attribute.IsNamespaceDeclaration && !GlyphRoot.ContainsKey(attribute.Name.LocalName)))
        {
            file.Fault(MarkupXml.LineOf(attribute), $"A glyph's <svg> must not have the attribute \"{attribute.Name.LocalName}\".");
        }
        foreach (var element in root.Descendants())
        {
            CheckElement(file, element, Shapes);
            foreach (var attribute in element.Attributes())
            {
                CheckAttribute(file, attribute, Geometry, "", []);
            }
        }
        root.SetAttributeValue("class", "glyph");
        root.SetAttributeValue("aria-hidden", "true");
        root.SetAttributeValue("focusable", "false");
        return MarkupXml.Write(root);
    }

    private static XElement? Parse(SourceFile file)
    {
        try
        {
            var root = MarkupXml.Parse(file.Text);
            if (root.Name == Svg + "svg")
            {
                return root;
            }
            file.Fault(MarkupXml.LineOf(root), $"The file must hold an <svg xmlns=\"{Svg}\"> element, not <{root.Name.LocalName}>.");
        }
        catch (XmlException broken)
        {
            file.Fault(Math.Max(1, broken.LineNumber), $"This is not well-formed XML: {broken.Message}");
        }
        return null;
    }

    private static void CheckElement(SourceFile file, XElement element, HashSet<string> allowed)
    {
        if (element.Name.Namespace != Svg || !allowed.Contains(element.Name.LocalName))
        {
            file.Fault(
                MarkupXml.LineOf(element),
                $"The element <{element.Name.LocalName}> is not allowed here; allowed are "
                    + $"{string.Join(", ", allowed.Order(StringComparer.Ordinal))}.");
        }
    }

    private static void CheckAttribute(SourceFile file, XAttribute attribute, HashSet<string> allowed, string slug, HashSet<string> ids)
    {
        var name = attribute.Name.Namespace == XNamespace.None ? attribute.Name.LocalName : attribute.Name.ToString();
        var value = attribute.Value.Trim();
        var fault = name switch
        {
            _ when !allowed.Contains(name) =>
                $"The attribute \"{name}\" is not allowed here. Colors come from classes; style, scripts and links to outside do not "
                + "work on our pages.",
            "fill" or "stroke" when value is not ("none" or "currentColor") =>
                $"{name}=\"{value}\" would not follow dark mode; use a class such as {name[0]}-ink instead.",
            "class" => UnknownClasses(value),
            "id" when !value.StartsWith(slug + "-", StringComparison.Ordinal) =>
                $"The id \"{value}\" must start with \"{slug}-\", so that it is unique on the page.",
            "href" when !(value.StartsWith('#') && ids.Contains(value[1..])) =>
                $"href=\"{value}\" must name an id of this drawing, such as #{slug}-arrow.",
            _ when Reference().Match(value) is { Success: true } match && !ids.Contains(match.Groups["id"].Value) =>
                $"{name}=\"{value}\" must name an id of this drawing, such as url(#{slug}-arrow).",
            _ => null,
        };
        if (fault is not null)
        {
            file.Fault(MarkupXml.LineOf(attribute), fault);
        }
    }

    private static string? UnknownClasses(string value)
    {
        var unknown = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(name => !Colors.Contains(name)).ToList();
        return unknown.Count == 0
            ? null
            : $"The class \"{string.Join(' ', unknown)}\" is not known; known are "
                + $"{string.Join(", ", Colors.Order(StringComparer.Ordinal))}.";
    }

    private static bool IsViewBox(string? value)
    {
        var numbers = value?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
            .ToList();
        return numbers is [_, _, > 0, > 0] && numbers.TrueForAll(double.IsFinite);
    }

    [GeneratedRegex(@"url\(\s*['""]?#?(?<id>[^'"")]*)")]
    private static partial Regex Reference();
}
