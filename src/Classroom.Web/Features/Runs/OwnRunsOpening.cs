using Classroom.School.Runs;

namespace Classroom.Web.Features.Runs;

/// <summary>What the list of one's runs opens with.</summary>
/// <param name="Titles">Of every data set that a run may be on, by its id.</param>
/// <param name="Used">The ids of those that her runs are on.</param>
/// <param name="Page">Her newest runs.</param>
public sealed record OwnRunsOpening(IReadOnlyDictionary<string, string> Titles, IReadOnlyList<string> Used, OwnRunsPage Page);

/// <summary>One page of the list.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Rows">The runs on the page.</param>
/// <param name="Total">How many runs there are on all pages.</param>
public sealed record OwnRunsPage(RunQuery Query, IReadOnlyList<OwnRunRow> Rows, int Total);
