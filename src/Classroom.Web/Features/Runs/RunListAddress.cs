using Classroom.School.Runs;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace Classroom.Web.Features.Runs;

/// <summary>
/// Which of one's runs an address of the lab shows, and in what order: <c>?sort=-valAccuracy&amp;page=2</c>, the minus for largest first.
/// So a view of the list can be bookmarked, and the browser's back button leads to the one before.
/// </summary>
public static class RunListAddress
{
    public const int RunsOnAPage = 20;

    private const int LastPage = 10_000;
    private const int LongestText = 100;
    private const string Find = "find", Data = "data", State = "state", Sort = "sort", Page = "page";
    private static readonly RunQuery Usual = new() { Take = RunsOnAPage };

    /// <param name="query">The query string of the address; what it does not say, or says wrong, is as usual.</param>
    public static RunQuery Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var sort = Value(Sort);
        var order = AddressWords.Find<RunOrder>(sort?.TrimStart('-'));
        return Usual with
        {
            Text = Value(Find) is { Length: <= LongestText } text ? text : null,
            DataSetId = Value(Data) is { Length: <= LongestText } data ? data : null,
            State = AddressWords.Find<RunState>(Value(State)),
            Order = order ?? Usual.Order,
            Descending = order is null ? Usual.Descending : sort!.StartsWith('-'),
            Skip = RunsOnAPage * ((int.TryParse(Value(Page), out var page) ? Math.Clamp(page, 1, LastPage) : 1) - 1),
        };

        string? Value(string name) => values.TryGetValue(name, out var found) && found is [{ Length: > 0 } first, ..] ? first : null;
    }

    /// <summary>The address that shows this of one's runs, and all else as it is.</summary>
    /// <param name="query">The query string of the address now.</param>
    /// <param name="wanted">What to show.</param>
    public static string Create(string query, RunQuery wanted)
    {
        var values = QueryHelpers.ParseQuery(query)
            .Where(value => value.Key is not (Find or Data or State or Sort or Page))
            .ToDictionary(value => value.Key, value => (string?)value.Value.ToString());
        Add(Find, wanted.Text, "");
        Add(Data, wanted.DataSetId, null);
        Add(State, wanted.State is { } state ? AddressWords.Of(state) : null, null);
        Add(Sort, SortOf(wanted), SortOf(Usual));
        Add(Page, $"{PageOf(wanted)}", "1");
        return $"{QueryHelpers.AddQueryString("/lab", values)}#your-runs";

        void Add(string name, string? value, string? usual)
        {
            if (value is not null && value != usual)
            {
                values[name] = value;
            }
        }
    }

    /// <summary>From 1.</summary>
    public static int PageOf(RunQuery query) => (query.Skip / RunsOnAPage) + 1;

    /// <summary>
    /// The same runs in the order of a column: names from A on, numbers and times from the largest, or the other way round.
    /// </summary>
    public static RunQuery SortedBy(this RunQuery query, RunOrder order) => query with
    {
        Order = order,
        Descending = order == query.Order
            ? !query.Descending
            : order is not (RunOrder.Name or RunOrder.DataSet or RunOrder.State or RunOrder.Term),
        Skip = 0,
    };

    private static string SortOf(RunQuery query) => (query.Descending ? "-" : "") + AddressWords.Of(query.Order);
}
