namespace Classroom.Web.Features.Runs;

/// <summary>Which runs an address names: <c>?runs=ID,ID</c>, or as a form sends them, <c>?runs=ID&amp;runs=ID</c>.</summary>
public static class CompareAddress
{
    /// <summary>As many as there are colors to tell them apart.</summary>
    public const int MostRuns = 6;

    /// <summary>The runs in the order of the address, each once; what is no id is left out, and so is what is too many.</summary>
    public static IReadOnlyList<Guid> Parse(IEnumerable<string?>? values) =>
    [
        .. (values ?? []).SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries))
            .Select(id => Guid.TryParse(id, out var run) ? run : Guid.Empty)
            .Where(id => id != Guid.Empty)
            .Distinct()
            .Take(MostRuns),
    ];

    public static string Create(IEnumerable<Guid> runs) => $"/lab/compare?runs={string.Join(',', runs)}";
}
