using Classroom.School;
using Classroom.Training.SelfCheck;
using Microsoft.JSInterop;

namespace Classroom.Web.Shared;

/// <summary>
/// Runs what an interactive page does in the name of its reader, and turns whatever goes wrong into one message. An exception that
/// reached the circuit would end it, and with it everything that the page shows.
/// </summary>
/// <param name="currentActor">Asked anew for each action: a circuit outlives the sign-in that opened it.</param>
/// <param name="logger">Where failures are recorded; refusals are none.</param>
public sealed class ActionGuard(CurrentActor currentActor, ILogger logger)
{
    /// <summary>Runs an action as the current actor.</summary>
    /// <param name="action">What to do; answers with the service's refusal, if there is one.</param>
    /// <param name="cancellationToken">The page is closed.</param>
    /// <returns>Why it did not work; null where it did, or where the page was closed meanwhile.</returns>
    public Task<ActionProblem?> RunAsync(
        Func<Actor, CancellationToken, Task<Refusal?>> action, CancellationToken cancellationToken = default) =>
        RunAsync(async token => await action(await currentActor.GetAsync(), token), cancellationToken);

    /// <summary>Runs an action for which nobody needs to be signed in.</summary>
    /// <inheritdoc cref="RunAsync(Func{Actor, CancellationToken, Task{Refusal?}}, CancellationToken)"/>
    public async Task<ActionProblem?> RunAsync(
        Func<CancellationToken, Task<Refusal?>> action, CancellationToken cancellationToken = default)
    {
        try
        {
            return await action(cancellationToken) is { } refusal ? new(refusal.Message) : null;
        }
        catch (Exception failure)
        {
            return IsClosing(failure, cancellationToken) ? null : Explain(failure);
        }
    }

    private static bool IsClosing(Exception failure, CancellationToken cancellationToken) =>
        failure is JSDisconnectedException
        || (cancellationToken.IsCancellationRequested && failure is OperationCanceledException or ObjectDisposedException);

    private ActionProblem Explain(Exception failure)
    {
        if (failure is NotAllowedException or EngineUnfitException)
        {
            return new(failure.Message);
        }

        if (DatabaseTrouble.IsBehind(failure))
        {
            logger.LogError(failure, "The database was not there for an action of a page");
            return ActionProblem.DatabaseAway;
        }

        logger.LogError(failure, "An action of a page failed");
        return ActionProblem.Fault;
    }
}
