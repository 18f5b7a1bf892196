using System.Net;
using System.Text.RegularExpressions;
using Classroom.Curriculum.Charts;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Classroom.Curriculum.Loading;

/// <summary>
/// Checks parsed Markdown and makes it fit for a page: figures and formulas become HTML of ours, everything else that is raw is a fault.
/// </summary>
/// <param name="fault">Takes a line, counted from 0 within the Markdown, and what is wrong there.</param>
/// <param name="figures">The term's figures.</param>
/// <param name="links">Where links may lead.</param>
/// <param name="anchors">The ids of the page's sections.</param>
/// <param name="idPrefix">What the ids inside figures get, to be unique on the page.</param>
internal sealed partial class Prose(
    Action<int, string> fault, FigureLibrary figures, SiteLinks links, IReadOnlySet<string> anchors, string idPrefix)
{
    public int FigureCount { get; private set; }

    /// <summary>Whether a figure may name a module that makes it interactive; otherwise that is a fault.</summary>
    public bool MayInteract { get; init; }

    public void Prepare(ContainerBlock container)
    {
        for (var index = 0; index < container.Count; index++)
        {
            var block = container[index];
            RejectAttributes(block);
            switch (block)
            {
                case ParagraphBlock { Inline: { FirstChild: LinkInline { IsImage: true } image } only }
                    when only.FirstChild == only.LastChild:
                    container[index] = new FragmentBlock(Figure(image));
                    break;
                case Table table:
                    Prepare(table);
                    AlignByClass(table);
                    break;
                case ContainerBlock inner:
                    Prepare(inner);
                    break;
                case LeafBlock { Inline: { } inlines }:
                    Prepare(inlines);
                    if (IsFormulaOnly(block)
                        && !(index + 1 < container.Count && container[index + 1] is ParagraphBlock && !IsFormulaOnly(container[index + 1])))
                    {
                        fault(block.Line, "After a formula comes a sentence that says it in words.");
                    }
                    break;
            }
        }
    }

    private void Prepare(ContainerInline inlines)
    {
        foreach (var inline in inlines)
        {
            RejectAttributes(inline);
            switch (inline)
            {
                case FormulaInline formula:
                    Prepare(formula);
                    break;
                case HtmlInline html:
                    fault(html.Line, html.Tag.StartsWith("<math", StringComparison.Ordinal)
                        ? "This <math> is not closed: </math> must follow without an empty line between."
                        : $"HTML is not allowed in a text ({html.Tag}): write Markdown; only formulas are written as <math>…</math>. A "
                            + "plain less-than sign is written &lt;.");
                    break;
                case LinkInline { IsImage: true }:
                    fault(inline.Line, "A figure must be a paragraph of its own, with an empty line before and after.");
                    break;
                case LinkInline link:
                    CheckLink(link.Line, link.GetDynamicUrl?.Invoke() ?? link.Url ?? "");
                    Prepare(link);
                    break;
                case AutolinkInline link:
                    CheckLink(link.Line, link.Url);
                    break;
                case ContainerInline inner:
                    Prepare(inner);
                    break;
            }
        }
    }

    private void Prepare(FormulaInline formula)
    {
        if (MathMarkup.Read(formula.Source, (line, message) => fault(formula.Line + line, message)) is { } math)
        {
            formula.IsDisplay = math.Attribute("display")?.Value == "block";
            formula.Text = string.Join(' ', math.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            // A formula in a line of its own may be wider than a phone: then it scrolls, by keyboard too.
            formula.Html = formula.IsDisplay
                ? $"<span class=\"formula\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\">{MarkupXml.Write(math)}</span>"
                : MarkupXml.Write(math);
        }
    }

    private string Figure(LinkInline image)
    {
        FigureCount++;
        var source = image.Url ?? "";
        var interactive = InteractiveName(image);
        var alternative = PlainText.Extract(image);
        if (alternative.Length == 0)
        {
            fault(
                image.Line,
                "The figure has no text alternative; write what it shows between the square brackets: ![…](figures/name.svg \"Caption\").");
        }
        if (string.IsNullOrWhiteSpace(image.Title))
        {
            fault(image.Line, $"The figure has no caption; write it in quotes after the name: ![…]({source} \"Caption\").");
        }
        if (source.StartsWith(ChartLibrary.Folder, StringComparison.Ordinal))
        {
            if (interactive is not null)
            {
                fault(image.Line, "A recorded chart cannot be made interactive: {interactive=…} belongs to a drawing.");
            }
            return Chart(image, source, alternative);
        }
        if (!figures.Has(source))
        {
            fault(image.Line, $"There is no figure \"{source}\"; a figure is a file of the term, such as figures/curves.svg.");
            return "";
        }
        var svg = figures.Inline(source, alternative, idPrefix);
        var attributes = interactive is null ? "" : $" class=\"interactive\" data-interactive=\"{interactive}\"";
        return $"<figure{attributes}>{svg}<figcaption>{WebUtility.HtmlEncode(image.Title)}</figcaption></figure>";
    }

    /// <summary>The one attribute that a figure may have: the name of the module that brings it to life where scripts run.</summary>
    private string? InteractiveName(LinkInline image)
    {
        if (image.TryGetAttributes() is not { } attributes)
        {
            return null;
        }
        var wrong = attributes switch
        {
            not { Id: null, Classes: null or [], Properties: [{ Key: "interactive" }] } =>
                "A figure takes at most {interactive=name} in braces, and nothing else.",
            _ when !MayInteract => "An interactive figure belongs in a lesson: take {interactive=…} away, and the drawing stands alone.",
            { Properties: [{ Value: { } name }] } when Name().IsMatch(name) => null,
            _ => "An interactive figure is named with small letters, digits and single hyphens, such as {interactive=move-filter}.",
        };
        if (wrong is null)
        {
            return attributes.Properties![0].Value;
        }
        fault(image.Line, wrong);
        return null;
    }

    /// <summary>A recording's losses, or what is named after a #: charts/overfits.json#accuracy.</summary>
    private string Chart(LinkInline image, string source, string alternative)
    {
        var parts = source.Split('#', 2);
        if (ChartLibrary.ShowOf(parts is [_, var name] ? name : "loss") is not { } show)
        {
            fault(image.Line, $"A chart shows {ChartLibrary.ShowNames}, not \"{parts[1]}\"; write for example {parts[0]}#accuracy.");
            return "";
        }
        return figures.Charts.Take(parts[0], show, message => fault(image.Line, message)) is { } recording
            ? ChartFigure.Html(recording, show, alternative, image.Title)
            : "";
    }

    private void CheckLink(int line, string address)
    {
        if (links.FaultOf(address, anchors) is { } wrong)
        {
            fault(line, wrong);
        }
    }

    /// <summary>
    /// Attributes belong to the headings of the parts, which are read before, and to figures; anywhere else they could
    /// carry style or script.
    /// </summary>
    private void RejectAttributes(MarkdownObject node)
    {
        // Markdig itself notes the language of a fenced code block as a class.
        var own = node is FencedCodeBlock { Info.Length: > 0 } ? 1 : 0;
        if (node.TryGetAttributes() is { } attributes
            && (attributes.Id is not null || attributes.Classes?.Count > own || attributes.Properties is { Count: > 0 }))
        {
            fault(node.Line, "Attributes in braces are only for the headings of the parts, such as ## Heading {.hook}.");
        }
    }

    /// <summary>Markdig would write style attributes, which the content security policy stops.</summary>
    private static void AlignByClass(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            for (var column = 0; column < row.Count && column < table.ColumnDefinitions.Count; column++)
            {
                if (table.ColumnDefinitions[column].Alignment is TableColumnAlign.Center or TableColumnAlign.Right)
                {
                    row[column].GetAttributes()
                        .AddClass(table.ColumnDefinitions[column].Alignment == TableColumnAlign.Right ? "text-end" : "text-center");
                }
            }
        }
        table.ColumnDefinitions.ForEach(column => column.Alignment = null);
    }

    private static bool IsFormulaOnly(Block block) =>
        block is ParagraphBlock { Inline: { } inlines }
        && inlines.Any(inline => inline is FormulaInline { IsDisplay: true })
        && inlines.All(inline => inline is FormulaInline or LineBreakInline
            || (inline is LiteralInline literal && literal.Content.IsEmptyOrWhitespace()));

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\z")]
    private static partial Regex Name();
}
