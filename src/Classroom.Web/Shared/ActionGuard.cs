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

/// <summary>Why an action of a page did not work.</summary>
/// <param name="What">What happened, for people.</param>
/// <param name="Advice">What to do about it, where a try later may help; the page may know better.</param>
public sealed record ActionProblem(string What, string? Advice = null)
{
    /// <summary>The database did not answer.</summary>
    public static readonly ActionProblem DatabaseAway =
        new("The classroom cannot reach its records right now. Leave this page open.", "Try again in a moment.");

    /// <summary>The program is wrong.</summary>
    public static readonly ActionProblem Fault =
        new("Something went wrong. That was our fault, not yours, and it has been recorded.", "Try again in a moment.");

    /// <summary>The whole message.</summary>
    /// <param name="advice">What to do, where the page knows it better; said only where a later try may help at all.</param>
    public string ToMessage(string? advice = null) => Advice is null ? What : $"{What} {advice ?? Advice}";
}
