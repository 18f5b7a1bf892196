using System.Net;
using System.Text;
using Classroom.Curriculum.Lessons;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Classroom.Curriculum.Loading;

/// <summary>Reads a lesson: two levels, each made of parts that are told by the class after their heading.</summary>
internal sealed class LessonReader(TermDraft draft, SourceFile file, FigureLibrary figures, SiteLinks links, TermLinker linker)
{
    private static readonly Dictionary<string, SectionKind> Kinds =
        Enum.GetValues<SectionKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly string KindList = string.Join(", ", Kinds.Keys.Select(kind => $"{{.{kind}}}"));

    private sealed record Part(SectionKind Kind, string Heading, string Id, int Line)
    {
        public MarkdownDocument Blocks { get; } = [];
    }

    private sealed record Level(string Name, int Line)
    {
        public List<Part> Parts { get; } = [];
    }

    /// <summary>The lesson; what is missing in it was noted as a fault.</summary>
    public Lesson Read()
    {
        var levels = Split(LessonMarkdown.Parse(draft.Body));
        var anchors = levels.SelectMany(level => level.Parts).Select(part => part.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var level in levels)
        {
            CheckParts(level);
        }
        return new() { Core = ReadLevel("Core", levels, anchors), Deep = ReadLevel("Deep", levels, anchors) };
    }

    private List<Level> Split(MarkdownDocument document)
    {
        var levels = new List<Level>();
        var inLevel = false;
        foreach (var block in document.ToList())
        {
            document.Remove(block);
            switch (block)
            {
                case LinkReferenceDefinitionGroup:
                    break;
                case HeadingBlock { Level: 1 } heading:
                    inLevel = StartLevel(heading, levels);
                    break;
                case HeadingBlock { Level: 2 } heading when inLevel:
                    StartPart(heading, levels[^1]);
                    break;
                case var _ when inLevel && levels[^1].Parts is [.., var part]:
                    part.Blocks.Add(block);
                    break;
                default:
                    Fault(
                        block.Line,
                        "This belongs to no part: a lesson starts with # Core or # Deep, and then a heading such as ## Heading {.hook}.");
                    break;
            }
        }
        return levels;
    }

    private bool StartLevel(HeadingBlock heading, List<Level> levels)
    {
        var name = PlainText.Extract(heading.Inline);
        if (name is not ("Core" or "Deep"))
        {
            Fault(heading.Line, $"A heading with one # is \"Core\" or \"Deep\", not \"{name}\".");
            return false;
        }
        if (levels.Exists(level => level.Name == name))
        {
            Fault(heading.Line, $"The level \"{name}\" is here twice.");
            return false;
        }
        levels.Add(new(name, heading.Line));
        return true;
    }

    private void StartPart(HeadingBlock heading, Level level)
    {
        var attributes = heading.TryGetAttributes();
        var text = PlainText.Extract(heading.Inline);
        if (attributes?.Classes is not [var name]
            || attributes.Id is not null
            || attributes.Properties is { Count: > 0 }
            || !Kinds.TryGetValue(name, out var kind))
        {
            Fault(heading.Line, $"The heading \"{text}\" must be followed by exactly one of {KindList}.");
            name = "part";
            kind = SectionKind.Steps;
        }
        if (text.Length == 0)
        {
            Fault(heading.Line, "The heading has no text.");
        }
        var earlier = level.Parts.Count(part => part.Kind == kind);
        var id = $"{level.Name.ToLowerInvariant()}-{name}{(earlier == 0 ? "" : $"-{earlier + 1}")}";
        level.Parts.Add(new(kind, text, id, heading.Line));
    }

    private void CheckParts(Level level)
    {
        foreach (var (name, kind) in Kinds)
        {
            var parts = level.Parts.Where(part => part.Kind == kind).ToList();
            if (parts.Count == 0)
            {
                Fault(level.Line, $"The level \"{level.Name}\" has no part {{.{name}}}; each level needs {KindList}.");
            }
            else if (parts.Count > 1 && kind != SectionKind.Steps)
            {
                Fault(
                    parts[1].Line,
                    $"The level \"{level.Name}\" has {parts.Count} parts {{.{name}}}; only {{.steps}} may come more than once.");
            }
        }
    }

    private LessonLevel ReadLevel(string name, List<Level> levels, HashSet<string> anchors)
    {
        if (levels.Find(level => level.Name == name) is not { } level)
        {
            Fault(0, $"The lesson has no level \"{name}\"; write a heading # {name} and its parts.");
            return new() { Sections = [], Html = "", Text = "" };
        }
        var prose = new Prose(Fault, figures, links, anchors, name.ToLowerInvariant() + "-") { MayInteract = true };
        var text = new StringBuilder();
        var sections = level.Parts.Select(part => ReadPart(part, prose, text)).ToList();
        if (prose.FigureCount == 0)
        {
            Fault(
                level.Line,
                $"The level \"{name}\" has no figure; each level needs at least one: ![What it shows](figures/name.svg \"Caption\").");
        }
        return new() { Sections = [.. sections], Html = string.Join('\n', sections.Select(Html)), Text = text.ToString().TrimEnd() };
    }

    private LessonSection ReadPart(Part part, Prose prose, StringBuilder text)
    {
        if (part.Blocks.Count == 0)
        {
            Fault(part.Line, $"The part \"{part.Heading}\" is empty.");
        }
        prose.Prepare(part.Blocks);
        linker.Link(part.Blocks, draft);
        foreach (var line in part.Blocks.Select(block => PlainText.Extract(block)).Where(line => line.Length > 0))
        {
            text.Append(line).Append('\n');
        }
        return new() { Kind = part.Kind, Heading = part.Heading, Id = part.Id, Html = LessonMarkdown.Render(part.Blocks) };
    }

    private static string Html(LessonSection section) => $"""
        <section id="{section.Id}" class="lesson-{section.Kind.ToString().ToLowerInvariant()}">
        <h2>{WebUtility.HtmlEncode(section.Heading)}</h2>
        {section.Html}
        </section>
        """.ReplaceLineEndings("\n");

    private void Fault(int line, string message) => file.Fault(line + 1, message);
}
