using Classroom.School.ItemAnalysis;
using Classroom.Web.Shared;
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

    public string Which => AddressWords.Of(Filter.Attempts);

    /// <summary>As the address names it; null for the usual one.</summary>
    public string? Order => OrderOf(Column, Descending);

    /// <summary>What the address does not say, or says wrong, is as usual.</summary>
    public static ItemsAddress Parse(string? of, string? attempts, string? sort) => new()
    {
        Filter = new()
        {
            AllMyClasses = of == Mine,
            AssignmentId = int.TryParse(of, out var id) ? id : null,
            Attempts = AddressWords.Find<AttemptChoice>(attempts) ?? default,
        },
        Column = AddressWords.Find<ItemColumn>(sort?.TrimStart('-')) ?? default,
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
        if (OrderOf(column, column == Column && !Descending) is { } order)
        {
            values["sort"] = order;
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

    private static string? OrderOf(ItemColumn column, bool descending) =>
        column == default && !descending ? null : (descending ? "-" : "") + AddressWords.Of(column);

    private double? Figure(AnalyzedItem item) => Column switch
    {
        ItemColumn.Facility => item.Statistics.Facility,
        ItemColumn.Deviation => item.Statistics.StandardDeviation,
        ItemColumn.Discrimination => item.Statistics.Discrimination,
        ItemColumn.Efficiency => item.Statistics.Efficiency,
        ItemColumn.Blank => item.Blanks,
        _ => item.Statistics.Attempts,
    };
}
