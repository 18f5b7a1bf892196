using Classroom.School.Runs;

namespace Classroom.Web.Features.Runs;

/// <summary>One page of the list.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Rows">The runs on the page.</param>
/// <param name="Total">How many runs there are on all pages.</param>
public sealed record OwnRunsPage(RunQuery Query, IReadOnlyList<OwnRunRow> Rows, int Total);
