using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Classroom.Curriculum.Loading;

/// <summary>
/// Finds terms in text and links them to their page: the first occurrence of each in a section, never a term in its own lesson.
/// </summary>
internal sealed partial class TermLinker
{
    private readonly Dictionary<string, TermDraft> bySpelling = new(StringComparer.Ordinal);
    private readonly Regex spellings;

    /// <summary>A spelling that two terms claim is reported; a name has more right to it than a synonym.</summary>
    public TermLinker(IReadOnlyList<TermDraft> drafts)
    {
        var owners = new Dictionary<string, TermDraft>(StringComparer.OrdinalIgnoreCase);
        var names = drafts.Select(draft => (Term: draft, Spelling: draft.Name));
        var synonyms = drafts.SelectMany(draft => draft.Synonyms, (draft, synonym) => (Term: draft, Spelling: synonym));
        foreach (var (term, spelling) in names.Concat(synonyms).Where(claim => claim.Spelling.Text.Length > 0))
        {
            if (owners.TryAdd(OneSpaced(spelling.Text), term))
            {
                bySpelling.Add(Key(spelling.Text), term);
            }
            else if (owners[OneSpaced(spelling.Text)] is var owner)
            {
                term.LessonFile!.Fault(
                    spelling.Line,
                    $"\"{spelling.Text}\" is a name or synonym of {(owner == term ? "this term already" : owner.Slug)}; a spelling can "
                        + "lead to one term only.");
            }
        }
        // The longest first, so that "artificial neural network" is not taken for "neural network".
        var alternatives = owners.Keys.OrderByDescending(spelling => spelling.Length)
            .ThenBy(spelling => spelling, StringComparer.Ordinal)
            .Select(Pattern);
        spellings = new Regex(
            owners.Count == 0 ? "(?!)" : $@"(?<![\p{{L}}\p{{N}}_-])(?:{string.Join('|', alternatives)})(?![\p{{L}}\p{{N}}_-])",
            RegexOptions.CultureInvariant);
    }

    /// <param name="own">The term whose lesson this is.</param>
    public void Link(IEnumerable<Block> section, TermDraft own)
    {
        var done = new HashSet<TermDraft> { own };
        foreach (var block in section)
        {
            Link(block, done);
        }
    }

    /// <summary>A line of plain text as HTML.</summary>
    public string LinkLine(string text, TermDraft own)
    {
        var line = new ContainerInline().AppendChild(new LiteralInline(text));
        Link(line, [own]);
        return string.Concat(line.Select(inline => inline is FragmentInline link ? link.Html : WebUtility.HtmlEncode(inline.ToString())));
    }

    private void Link(Block block, HashSet<TermDraft> done)
    {
        if (block is ContainerBlock container)
        {
            foreach (var child in container)
            {
                Link(child, done);
            }
        }
        else if (block is ParagraphBlock { Inline: { } inlines })
        {
            Link(inlines, done);
        }
    }

    private void Link(ContainerInline inlines, HashSet<TermDraft> done)
    {
        JoinText(inlines);
        foreach (var inline in inlines.ToList())
        {
            if (inline is LiteralInline literal)
            {
                Link(literal, done);
            }
            else if (inline is ContainerInline inner and not LinkInline)
            {
                Link(inner, done);
            }
        }
    }

    private void Link(LiteralInline literal, HashSet<TermDraft> done)
    {
        var text = literal.Content.ToString();
        var start = 0;
        foreach (Match match in spellings.Matches(text))
        {
            if (TermOf(match.Value) is { } term && done.Add(term))
            {
                literal.InsertBefore(new LiteralInline(text[start..match.Index]));
                literal.InsertBefore(LinkTo(term, match.Value));
                start = match.Index + match.Length;
            }
        }
        if (start > 0)
        {
            literal.ReplaceBy(new LiteralInline(text[start..]));
        }
    }

    private static FragmentInline LinkTo(TermDraft term, string text) => new()
    {
        Text = text,
        Html = $"<a class=\"term\" href=\"/glossary/{term.Slug}\" "
            + $"data-definition=\"{WebUtility.HtmlEncode(term.Definition)}\">{WebUtility.HtmlEncode(text)}</a>",
    };

    /// <summary>Markdown cuts text at line ends and at signs that might have meant something; a term must be found across them.</summary>
    private static void JoinText(ContainerInline inlines)
    {
        var run = new List<Inline>();
        foreach (var inline in inlines.ToList().Append(null))
        {
            if (inline is LiteralInline or LineBreakInline { IsHard: false })
            {
                run.Add(inline);
                continue;
            }
            if (run.Count > 1)
            {
                var text = new StringBuilder();
                foreach (var part in run)
                {
                    _ = part is LiteralInline literal ? text.Append(literal.Content.AsSpan()) : text.Append('\n');
                }
                run[0].InsertBefore(new LiteralInline(text.ToString()));
                run.ForEach(part => part.Remove());
            }
            run.Clear();
        }
    }

    /// <summary>An abbreviation counts only as written, or "ANN" would be found in "Ann".</summary>
    private static bool IsAbbreviation(string spelling) => Capitals().IsMatch(spelling);

    private static string Pattern(string spelling)
    {
        var words = spelling.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape);
        return $"(?{(IsAbbreviation(spelling) ? "" : "i")}:{string.Join(@"\s+", words)})";
    }

    private TermDraft? TermOf(string found)
    {
        var words = OneSpaced(found);
        return bySpelling.GetValueOrDefault(words) ?? bySpelling.GetValueOrDefault(words.ToLowerInvariant());
    }

    private static string Key(string spelling) => IsAbbreviation(spelling) ? OneSpaced(spelling) : OneSpaced(spelling).ToLowerInvariant();

    private static string OneSpaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\p{Lu}{2}")]
    private static partial Regex Capitals();
}
