using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Classroom.Curriculum.Loading;

/// <summary>A term's figures, drawn and recorded, each read and checked once.</summary>
internal sealed partial class FigureLibrary
{
    private readonly Dictionary<string, XElement?> drawings = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly List<SourceFile> files = [];

    private FigureLibrary()
    {
    }

    public required ChartLibrary Charts { get; init; }

    public static FigureLibrary Read(string folder, string slug, List<ContentError> errors)
    {
        var shelf = new FigureLibrary { Charts = ChartLibrary.Read(folder, slug, errors) };
        var path = Path.Combine(folder, slug, "figures");
        foreach (var name in Directory.Exists(path)
            ? Directory.GetFiles(path, "*.svg").Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray()
            : [])
        {
            if (SourceFile.Read(folder, $"{slug}/figures/{name}", errors) is { } file)
            {
                shelf.files.Add(file);
                shelf.drawings[$"figures/{name}"] = SvgRules.ReadFigure(file, slug);
            }
        }
        return shelf;
    }

    public bool Has(string source) => drawings.ContainsKey(source);

    /// <summary>The drawing as inline SVG that says <paramref name="alternative"/> to a screen reader.</summary>
    /// <param name="idPrefix">Put before the drawing's ids: the same figure may stand twice on a page.</param>
    public string Inline(string source, string alternative, string idPrefix)
    {
        used.Add(source);
        if (drawings[source] is not { } drawing)
        {
            return "";
        }
        var copy = new XElement(drawing);
        foreach (var attribute in copy.DescendantsAndSelf().Attributes())
        {
            attribute.Value = attribute.Name.LocalName switch
            {
                "id" => idPrefix + attribute.Value,
                "href" => attribute.Value.Replace("#", "#" + idPrefix, StringComparison.Ordinal),
                _ => Reference().Replace(attribute.Value, "url(#" + idPrefix),
            };
        }
        copy.SetAttributeValue("role", "img");
        copy.SetAttributeValue("aria-label", alternative);
        return MarkupXml.Write(copy);
    }

    public void ReportUnused()
    {
        foreach (var file in files.Where(file => !used.Contains(file.Name[(file.Name.IndexOf('/', StringComparison.Ordinal) + 1)..])))
        {
            file.Fault(0, "Neither the lesson nor the quiz shows this figure; use it or delete it.");
        }
        Charts.ReportUnused();
    }

    [GeneratedRegex(@"url\(#")]
    private static partial Regex Reference();
}
