using Classroom.Runs;
using Classroom.Runs.DataSets;
using Classroom.School;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Features.Charts.Live;

/// <summary>Makes the runs of a page.</summary>
public sealed class WatchedRunsFactory(
    RunService service, DataSetCatalog dataSets, TimeProvider clock, LiveRightsOptions rights, ILogger<WatchedRuns> logger)
{
    /// <param name="live">False while a page is rendered in advance: it then shows where its runs stand, and follows nothing.</param>
    /// <param name="inRenderer">The page's <c>InvokeAsync</c>.</param>
    /// <param name="onFault">The page's <c>DispatchExceptionAsync</c>.</param>
    /// <param name="reader">Who looks; asked again while she looks.</param>
    /// <param name="navigation">Loads the page anew where she no longer may, so that it says so.</param>
    public WatchedRuns Create(
        bool live, Func<Func<Task>, Task> inRenderer, Func<Exception, Task> onFault, CurrentActor reader, NavigationManager navigation) =>
        Create(live, inRenderer, onFault, reader.FindAsync, () => navigation.Refresh(forceReload: true));

    public WatchedRuns Create(
        bool live, Func<Func<Task>, Task> inRenderer, Func<Exception, Task> onFault, Func<Task<Actor?>> who, Action onLost) =>
        new(service, dataSets, clock, rights, logger, live, inRenderer, onFault, who, onLost);
}
