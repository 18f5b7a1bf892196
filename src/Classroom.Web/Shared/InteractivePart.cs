using Classroom.School;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Shared;

/// <summary>
/// A part of a page that does something for its reader over a circuit. Whatever goes wrong is one message in <see cref="Problem"/>,
/// which <see cref="FaultNotice"/> shows; the circuit goes on.
/// </summary>
public abstract class InteractivePart : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private ActionGuard? guard;

    [Inject]
    protected CurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!;

    /// <summary>Why the last action did not work, for people; null where it did.</summary>
    protected string? Problem { get; set; }

    /// <summary>An action is running; another one would be ignored.</summary>
    protected bool IsBusy { get; private set; }

    /// <summary>The page can be read before its circuit is there, but what is typed or pressed then would be lost.</summary>
    protected virtual bool Waiting => !RendererInfo.IsInteractive;

    /// <summary>Canceled when the part is taken away.</summary>
    protected CancellationToken Closing => closing.Token;

    /// <summary>For what reports its problems elsewhere than in <see cref="Problem"/>.</summary>
    protected ActionGuard Guard => guard ??= new(CurrentActor, Loggers.CreateLogger(GetType()));

    /// <summary>
    /// Runs what somebody has asked for, as the current actor. Clicks queue up before the page is drawn again, so a second one while
    /// an action is running is ignored; the button is not disabled meanwhile, which would take the keyboard's focus from it.
    /// </summary>
    /// <param name="action">What to do; answers with the service's refusal, if there is one.</param>
    /// <returns>True where it was done.</returns>
    protected Task<bool> RunAsync(Func<Actor, CancellationToken, Task<Refusal?>> action) =>
        RunOneAsync(() => Guard.RunAsync(action, Closing));

    /// <summary>Runs what somebody has asked for, for which nobody needs to be signed in.</summary>
    /// <inheritdoc cref="RunAsync(Func{Actor, CancellationToken, Task{Refusal?}})"/>
    protected Task<bool> RunAsync(Func<CancellationToken, Task<Refusal?>> action) => RunOneAsync(() => Guard.RunAsync(action, Closing));

    /// <summary>The same also while something else is running: for what loads, or may happen twice.</summary>
    /// <inheritdoc cref="RunAsync(Func{Actor, CancellationToken, Task{Refusal?}})"/>
    protected Task<bool> TryAsync(Func<Actor, CancellationToken, Task<Refusal?>> action) => ReportAsync(Guard.RunAsync(action, Closing));

    /// <summary>The same without anybody signed in.</summary>
    /// <inheritdoc cref="RunAsync(Func{Actor, CancellationToken, Task{Refusal?}})"/>
    protected Task<bool> TryAsync(Func<CancellationToken, Task<Refusal?>> action) => ReportAsync(Guard.RunAsync(action, Closing));

    /// <summary>For work that goes on after its event: draws the part again where it has failed.</summary>
    protected async Task WorkAsync(Func<CancellationToken, Task> work)
    {
        var problem = await Guard.RunAsync(async token =>
        {
            await work(token);
            return null;
        }, Closing);
        if (problem is not null && !Closing.IsCancellationRequested)
        {
            Problem = problem.ToMessage();
            StateHasChanged();
        }
    }

    private async Task<bool> RunOneAsync(Func<Task<ActionProblem?>> run)
    {
        if (IsBusy || Closing.IsCancellationRequested)
        {
            return false;
        }

        (IsBusy, Problem) = (true, null);
        try
        {
            return await ReportAsync(run());
        }
        finally
        {
            IsBusy = false;
        }
    }

    private async Task<bool> ReportAsync(Task<ActionProblem?> running)
    {
        Problem = (await running)?.ToMessage();
        return Problem is null && !Closing.IsCancellationRequested;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what the part has taken; <see cref="Closing"/> is canceled.</summary>
    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;
}
