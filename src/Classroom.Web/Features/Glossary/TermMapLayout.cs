using Classroom.Curriculum.Terms;

namespace Classroom.Web.Features.Glossary;

/// <summary>
/// Where each term stands on the map: a column for each step of knowledge it needs, in it an order in which few lines cross.
/// </summary>
public sealed class TermMapLayout
{
    public const double Column = 180;
    public const double Row = 118;
    public const double Radius = 32;

    private const int Sweeps = 8;
    private const double Top = Radius + 8;

    public TermMapLayout(Curriculum.Curriculum curriculum)
    {
        var columns = Columns(curriculum.Terms);
        Arrange(columns);
        Width = columns.Count * Column;
        Height = columns.Max(column => column.Count) * Row;
        var heights = Heights(columns);
        var bySlug = columns.SelectMany((column, x) => column.Select(term => new MapNode(term, (x + 0.5) * Column, heights[term.Slug])))
            .ToDictionary(node => node.Term.Slug, StringComparer.Ordinal);
        Nodes = [.. curriculum.Terms.Select(term => bySlug[term.Slug])];
        Lines = [.. Nodes.SelectMany(to => Direct(to.Term, curriculum).Select(slug => new MapLine(bySlug[slug], to)))];
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>In the curriculum's order, so that the keyboard walks the map as a student would.</summary>
    public IReadOnlyList<MapNode> Nodes { get; }

    public IReadOnlyList<MapLine> Lines { get; }

    /// <summary>A term stands one column after the last of its prerequisites.</summary>
    private static List<List<Term>> Columns(IReadOnlyList<Term> terms)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            depths[term.Slug] = term.Prerequisites.Select(slug => depths[slug] + 1).DefaultIfEmpty(0).Max();
        }
        return [.. terms.GroupBy(term => depths[term.Slug]).OrderBy(column => column.Key).Select(column => column.ToList())];
    }

    /// <summary>Prerequisites that no other prerequisite needs anyway: more lines would say nothing new.</summary>
    private static IEnumerable<string> Direct(Term term, Curriculum.Curriculum curriculum)
    {
        IEnumerable<string> Needed(string slug) => curriculum.Find(slug)!.Prerequisites.SelectMany(first => Needed(first).Prepend(first));

        return term.Prerequisites.Except(term.Prerequisites.SelectMany(Needed));
    }

    /// <summary>
    /// The barycentre method of Sugiyama, Tagawa and Toda (1981): back and forth, each term moves to the middle of its neighbors.
    /// </summary>
    private static void Arrange(List<List<Term>> columns)
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var forward = sweep % 2 == 0;
            foreach (var (column, beside) in forward ? columns.Skip(1).Zip(columns) : columns.SkipLast(1).Zip(columns.Skip(1)).Reverse())
            {
                double Middle(Term term) => beside
                    .Select((other, y) => (Other: other, Y: (y + 0.5) / beside.Count))
                    .Where(neighbor => forward
                        ? term.Prerequisites.Contains(neighbor.Other.Slug)
                        : neighbor.Other.Prerequisites.Contains(term.Slug))
                    .Select(neighbor => neighbor.Y)
                    .DefaultIfEmpty((column.IndexOf(term) + 0.5) / column.Count)
                    .Average();

                var middles = column.ToDictionary(term => term.Slug, Middle, StringComparer.Ordinal);
                column.Sort((a, b) => (middles[a.Slug], a.Name).CompareTo((middles[b.Slug], b.Name)));
            }
        }
    }

    /// <summary>
    /// Each term as level as can be with what it builds on (in the first column: with what builds on it), a row apart from its neighbors.
    /// </summary>
    private Dictionary<string, double> Heights(List<List<Term>> columns)
    {
        var heights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            Place(
                column,
                (
                    term,
                    place) => term.Prerequisites.Select(slug => heights[slug])
                        .DefaultIfEmpty(Height * (place + 0.5) / column.Count)
                        .Average());
        }
        Place(columns[0], (term, _) => term.LeadsTo.Select(slug => heights[slug]).DefaultIfEmpty(heights[term.Slug]).Average());
        return heights;

        void Place(List<Term> column, Func<Term, int, double> wanted)
        {
            var at = column.Select(wanted).ToArray();
            for (var place = 0; place < at.Length; place++)
            {
                var above = place == 0 ? Top : at[place - 1] + Row;
                at[place] = Math.Clamp(at[place], above, Math.Max(above, Top + Height - (at.Length - place) * Row));
                heights[column[place].Slug] = at[place];
            }
        }
    }
}
