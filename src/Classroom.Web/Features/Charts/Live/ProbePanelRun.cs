using Classroom.Runs.Grains;

namespace Classroom.Web.Features.Charts.Live;

/// <summary>A run in a panel that shows one kind of frames.</summary>
/// <param name="Id">Different for each run on a page; begins ids in the page.</param>
/// <param name="Name">As the reader calls it.</param>
/// <param name="Frames">Of the panel's kind, ascending; the first holds what never changes.</param>
/// <param name="Place">On the page: tells its color; without one when null.</param>
public sealed record ProbePanelRun(string Id, string Name, IReadOnlyList<RunFrameMessage> Frames, int? Place = null);
