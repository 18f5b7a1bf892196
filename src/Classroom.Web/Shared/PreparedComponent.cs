using Classroom.School;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Shared;

/// <summary>
/// A part of a page that is drawn for the first time when all that it shows is there. What the server had drawn before the
/// circuit stood stays in view until then: the page never goes blank in between. Where it could not be loaded,
/// <see cref="OpeningProblem"/> says so and offers to try again.
/// </summary>
public abstract class PreparedComponent : InteractivePart
{
    private object? preparedFor;
    private bool isPreparing;

    /// <summary>All that is shown is there.</summary>
    protected bool IsPrepared { get; private set; }

    /// <summary>What the part is about; where that becomes another, it is prepared again.</summary>
    protected virtual object Subject => this;

    /// <summary>Loads what is shown; the parameters are set.</summary>
    /// <returns>Why it may not be shown.</returns>
    protected abstract Task<Refusal?> PrepareAsync(Actor actor, CancellationToken cancellationToken);

    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        // They can be read only before the first wait.
        parameters.SetParameterProperties(this);
        if (!Equals(preparedFor, Subject))
        {
            preparedFor = Subject;
            IsPrepared = false;
            await PrepareAsync();
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Another try, for whoever presses the button. What went wrong before is said until this one has ended.</summary>
    protected async Task PrepareAgainAsync()
    {
        if (!isPreparing)
        {
            await PrepareAsync();
        }
    }

    // While the page is rendered in advance, a failure is one of the whole request, which has a page of its own for it.
    private async Task PrepareAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            isPreparing = true;
            IsPrepared = await TryAsync(PrepareAsync);
            isPreparing = false;
            return;
        }

        Problem = (await PrepareAsync(await CurrentActor.GetAsync(), Closing))?.Message;
        IsPrepared = Problem is null;
    }
}
