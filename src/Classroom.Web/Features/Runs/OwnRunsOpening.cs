namespace Classroom.Web.Features.Runs;

/// <summary>What the list of one's runs opens with.</summary>
/// <param name="Titles">Of every data set that a run may be on, by its id.</param>
/// <param name="Used">The ids of those that her runs are on.</param>
/// <param name="Page">Her newest runs.</param>
public sealed record OwnRunsOpening(IReadOnlyDictionary<string, string> Titles, IReadOnlyList<string> Used, OwnRunsPage Page);
