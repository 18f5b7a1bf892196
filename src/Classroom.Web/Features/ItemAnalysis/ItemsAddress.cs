using Classroom.School.ItemAnalysis;
using Microsoft.AspNetCore.WebUtilities;

namespace Classroom.Web.Features.ItemAnalysis;

/// <summary>
/// What an address of a class's questions shows, and in what order: <c>?of=12&amp;attempts=best&amp;sort=-facility</c>, the minus for
/// largest first.
/// </summary>
public sealed record ItemsAddress
{
    public const string Class = "class";
    public const string Mine = "mine";

    /// <summary>Which attempts, as the address names them, and in words.</summary>
    public static IReadOnlyList<(string Value, string Text)> Attempts { get; } =
    [
        ("first", "First attempts"), ("last", "Last attempts"), ("best", "Best attempts"), ("all", "All attempts"),
    ];

    public ItemFilter Filter { get; private init; } = new();

    public ItemColumn Column { get; private init; }

    public bool Descending { get; private init; }

    /// <summary>The quiz or quizzes, as the address names them.</summary>
    public string Of => Filter.AllMyClasses ? Mine : Filter.AssignmentId is { } id ? $"{id}" : Class;

    public string Which => Word(Filter.Attempts);

    /// <summary>What the address does not say, or says wrong, is as usual.</summary>
    public static ItemsAddress Parse(string? of, string? attempts, string? sort) => new()
    {
        Filter = new()
        {
            AllMyClasses = of == Mine,
            AssignmentId = int.TryParse(of, out var id) ? id : null,
            Attempts = Named<AttemptChoice>(attempts),
        },
        Column = Named<ItemColumn>(sort?.TrimStart('-')),
        Descending = sort?.StartsWith('-') == true,
    };

    /// <summary>The same questions by this column: from the smallest, or the other way round where they are so already.</summary>
    public string SortedBy(int classId, ItemColumn column)
    {
        var values = new Dictionary<string, string?>();
        if (Of != Class)
        {
            values["of"] = Of;
        }
        if (Filter.Attempts != default)
        {
            values["attempts"] = Which;
        }
        var sort = (column == Column && !Descending ? "-" : "") + Word(column);
        if (sort != Word(ItemColumn.Question))
        {
            values["sort"] = sort;
        }
        return QueryHelpers.AddQueryString($"/classes/{classId}/items", values);
    }

    /// <summary>The questions in this order; those without a figure come last either way.</summary>
    public IReadOnlyList<AnalyzedItem> Sort(IReadOnlyList<AnalyzedItem> items)
    {
        if (Column == ItemColumn.Question)
        {
            return Descending ? [.. items.Reverse()] : items;
        }
        var known = items.OrderBy(item => Figure(item) is null);
        return [.. Descending ? known.ThenByDescending(Figure) : known.ThenBy(Figure)];
    }

    private double? Figure(AnalyzedItem item) => Column switch
    {
        ItemColumn.Facility => item.Statistics.Facility,
        ItemColumn.Deviation => item.Statistics.StandardDeviation,
        ItemColumn.Discrimination => item.Statistics.Discrimination,
        ItemColumn.Efficiency => item.Statistics.Efficiency,
        ItemColumn.Blank => item.Blanks,
        _ => item.Statistics.Attempts,
    };

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    // A number is no name, although Enum.Parse takes it for one.
    private static T Named<T>(string? word)
        where T : struct, Enum =>
        Enum.GetValues<T>().FirstOrDefault(value => value.ToString().Equals(word, StringComparison.OrdinalIgnoreCase));
}
