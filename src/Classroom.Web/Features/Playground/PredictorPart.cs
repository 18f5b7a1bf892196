using Classroom.Runs;
using Classroom.School;
using Classroom.Training.Data;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Features.Playground;

/// <summary>A part of a page that asks a finished run's network about pictures.</summary>
public abstract class PredictorPart : InteractivePart
{
    /// <summary>A finished run of a network that tells pictures apart.</summary>
    [Parameter, EditorRequired]
    public required Guid RunId { get; set; }

    /// <summary>The run's, for those who cannot see the pictures.</summary>
    [Parameter]
    public string Name { get; set; } = "This network";

    [Inject]
    private Predictors Predictors { get; set; } = null!;

    [Inject]
    private RunService Runs { get; set; } = null!;

    [Inject]
    private LiveRightsOptions RightsOptions { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <summary>Null until it is there.</summary>
    protected OpenedPredictor? Opened { get; private set; }

    protected DataSetInfo? Data { get; private set; }

    protected override bool Waiting => base.Waiting || Opened is null;

    /// <summary>What else is needed before the part can be used.</summary>
    /// <returns>Why it cannot be used.</returns>
    protected virtual Task<Refusal?> PrepareAsync(OpenedPredictor predictor, DataSetInfo data) => Task.FromResult<Refusal?>(null);

    // A page that is only rendered in advance asks nothing.
    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? TryAsync(OpenAsync) : Task.CompletedTask;

    private async Task<Refusal?> OpenAsync(Actor actor, CancellationToken cancellationToken)
    {
        var rights = new LiveRights(RightsOptions, Clock, async () =>
            await CurrentActor.FindAsync() is { } now && await Runs.MaySeeAllAsync(now, [RunId], cancellationToken));
        var found = await Predictors.OpenAsync(actor, RunId, rights, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusal;
        }

        var data = await found.Value.AskAsync(predictor => predictor.Data);
        if (data is not { Kind: DataSetKind.Image, IsRegression: false } || found.Value.Config.Model.CopiesInput)
        {
            return new Refusal.Conflict(data is null
                ? OpenedPredictor.NotKept
                : "This network does not tell pictures apart, so it cannot read one.");
        }

        if (await PrepareAsync(found.Value, data) is { } refusal)
        {
            return refusal;
        }

        (Opened, Data) = (found.Value, data);
        return null;
    }
}
