using Classroom.Runs;
using Classroom.Training.Data;
using Classroom.Training.SelfCheck;
using Classroom.Training.Settings;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Features.Playground;

/// <summary>A part of a page that asks a finished run's network about pictures.</summary>
public abstract class PredictorPart : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource leaving = new();

    /// <summary>A finished run of a network that tells pictures apart.</summary>
    [Parameter, EditorRequired]
    public required Guid RunId { get; set; }

    /// <summary>The run's, for those who cannot see the pictures.</summary>
    [Parameter]
    public string Name { get; set; } = "This network";

    [Inject]
    private Predictors Predictors { get; set; } = null!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private RunService Runs { get; set; } = null!;

    [Inject]
    private LiveRightsOptions RightsOptions { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!;

    /// <summary>Null until it is there.</summary>
    protected OpenedPredictor? Opened { get; private set; }

    protected DataSetInfo? Data { get; private set; }

    /// <summary>Why there is nothing to be asked.</summary>
    protected string? Refused { get; set; }

    protected bool Waiting => !RendererInfo.IsInteractive || Opened is null;

    protected CancellationToken Leaving => leaving.Token;

    protected ILogger Logger => Loggers.CreateLogger(GetType());

    /// <summary>What else is needed before the part can be used; may set <see cref="Refused"/>.</summary>
    protected virtual Task PrepareAsync(OpenedPredictor predictor, DataSetInfo data) => Task.CompletedTask;

    protected override async Task OnInitializedAsync()
    {
        // A page that is only rendered in advance asks nothing.
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        try
        {
            var rights = new LiveRights(RightsOptions, Clock, async () => await CurrentActor.FindAsync() is { } actor && await Runs.MaySeeAllAsync(actor, [RunId], Leaving));
            var found = await Predictors.OpenAsync(await CurrentActor.GetAsync(), RunId, rights, Leaving);
            if (!found.Succeeded)
            {
                Refused = found.Refusal.Message;
                return;
            }

            var data = await found.Value.AskAsync(predictor => predictor.Data);
            if (data is not { Kind: DataSetKind.Image, IsRegression: false } || found.Value.Config.Model is AutoencoderConfig)
            {
                Refused = data is null ? OpenedPredictor.NotKept : "This network does not tell pictures apart, so it cannot read one.";
                return;
            }

            await PrepareAsync(found.Value, data);
            (Opened, Data) = (found.Value, data);
        }
        catch (OperationCanceledException)
        {
            // The reader has left.
        }
        catch (Exception told) when (told is EngineUnfitException or SignedOutException)
        {
            Refused = told.Message;
        }
        catch (Exception fault)
        {
            Logger.LogError(fault, "The network of run {Run} could not be opened", RunId);
            Refused = "The network could not be fetched at the moment. Open the page again in a little while.";
        }
    }

    /// <summary>For work that no event waits for: tells the reader instead of breaking the page.</summary>
    protected async Task GuardAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (OperationCanceledException)
        {
            // The reader has left.
        }
        catch (UnauthorizedAccessException lost)
        {
            Refused = lost.Message;
            StateHasChanged();
        }
        catch (Exception fault)
        {
            Logger.LogError(fault, "The network of run {Run} did not answer", RunId);
            Refused = "The network does not answer at the moment. Open the page again in a little while.";
            StateHasChanged();
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        GC.SuppressFinalize(this);
    }
}
