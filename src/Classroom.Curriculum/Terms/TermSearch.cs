using F23.StringSimilarity;

namespace Classroom.Curriculum.Terms;

/// <summary>
/// Finds terms by what a reader types: also half typed, by another name, by a word that a term explains, or with slips of the finger.
/// </summary>
internal sealed class TermSearch
{
    private const int MaxQueryLength = 100;
    private const int MinFuzzyLength = 4;

    private static readonly OptimalStringAlignment Slips = new();

    private readonly IReadOnlyList<(Term Term, IReadOnlyList<Spelling> Spellings, string Definition)> entries;

    /// <param name="Text">Normalized.</param>
    /// <param name="Rank">0 for the name, 1 for a synonym, 2 for a keyword: between equal finds the lower one is meant.</param>
    private sealed record Spelling(string Text, int Rank)
    {
        /// <summary>The text from each of its words on: "rate" is looked for in "learning rate" too.</summary>
        public IReadOnlyList<string> Tails { get; } =
            [Text, .. Enumerable.Range(0, Text.Length).Where(at => Text[at] == ' ').Select(at => Text[(at + 1)..])];
    }

    public TermSearch(IReadOnlyList<Term> terms) => entries = [.. terms.Select(term => (
        term,
        (IReadOnlyList<Spelling>)
        [
            new(Normal(term.Name), 0),
            .. term.Synonyms.Select(synonym => new Spelling(Normal(synonym), 1)),
            .. term.Keywords.Select(keyword => new Spelling(Normal(keyword), 2)),
        ],
        Normal(term.Definition)))];

    public IReadOnlyList<Term> Find(string? query)
    {
        var typed = Normal(query is { Length: > MaxQueryLength } ? query[..MaxQueryLength] : query ?? "");
        if (typed.Length == 0)
        {
            return [.. entries.Select(entry => entry.Term)];
        }
        var found = Best(entry => entry.Spellings.Min(spelling => AsWritten(spelling, typed)));
        if (found.Count == 0 && typed.Length >= MinFuzzyLength)
        {
            found = Best(entry => entry.Spellings.Min(spelling => Misspelled(spelling, typed)));
        }
        var mentioned = Best(entry => Contains(entry.Definition, typed) ? 0 : null);
        return [.. found.Union(mentioned)];

        List<Term> Best(Func<(Term Term, IReadOnlyList<Spelling> Spellings, string Definition), int?> score) =>
            [.. entries.Select(entry => (entry.Term, Score: score(entry)))
                .Where(hit => hit.Score is not null)
                .OrderBy(hit => hit.Score)
                .Select(hit => hit.Term)];
    }

    private static int? AsWritten(Spelling spelling, string typed) =>
        spelling.Text == typed ? spelling.Rank
        : spelling.Text.StartsWith(typed, StringComparison.Ordinal) ? 10 + spelling.Rank
        : Contains(spelling.Text, typed) ? 20 + spelling.Rank
        : null;

    /// <summary>At a word's start: "ann" is not looked for in "scanning".</summary>
    private static bool Contains(string text, string typed) =>
        text.StartsWith(typed, StringComparison.Ordinal) || text.Contains(' ' + typed, StringComparison.Ordinal);

    /// <summary>
    /// One slip in a short word, two in a longer one; a slip is a letter too many, too few, wrong or swapped with its neighbor.
    /// </summary>
    private static int? Misspelled(Spelling spelling, string typed)
    {
        var allowed = typed.Length <= 6 ? 1 : 2;
        // The end may still be untyped, and a slip may have made the typed part longer or shorter than what it stands for.
        var slips = spelling.Tails.Min(tail => Enumerable.Range(typed.Length - allowed, 2 * allowed + 1)
            .Min(length => Slips.Distance(typed, tail[..Math.Clamp(length, 0, tail.Length)])));
        return slips <= allowed ? (int)slips * 10 + spelling.Rank : null;
    }

    /// <summary>Small letters and digits, one space between words.</summary>
    private static string Normal(string text) =>
        string.Join(' ', string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
