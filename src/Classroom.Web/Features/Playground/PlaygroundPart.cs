using Classroom.Runs.Cluster;
using Classroom.Runs.DataSets;
using Classroom.Runs.Grains;
using Classroom.School;
using Classroom.Training.Data;
using Classroom.Training.Interactive;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;
using Classroom.Web.Features.ProbeViews;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Features.Playground;

/// <summary>A part of a page with a small network in the reader's hands. The network lives as long as the part is shown.</summary>
public abstract class PlaygroundPart : InteractivePart
{
    /// <summary>An MLP on a built-in data set of rows, with at most 400 weights.</summary>
    [Parameter, EditorRequired]
    public required TrainingConfig Config { get; set; }

    [Inject]
    private DataSetCatalog DataSets { get; set; } = null!;

    [Inject]
    private NodeEngine Engine { get; set; } = null!;

    /// <summary>Null until it is there.</summary>
    protected InteractiveNetwork? Network { get; private set; }

    protected DataSet? Data { get; private set; }

    /// <summary>Names and places of its neurons; its weights are those of the beginning.</summary>
    protected NetworkScene? Plan { get; private set; }

    protected override bool Waiting => base.Waiting || Network is null;

    /// <summary>The network has been built; the page has not been drawn with it yet.</summary>
    protected virtual void Prepare()
    {
    }

    // A page that is only rendered in advance needs no tensors.
    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? TryAsync(BuildAsync) : Task.CompletedTask;

    private async Task<Refusal?> BuildAsync(CancellationToken cancellationToken)
    {
        var data = await DataSets.LoadAsync(Config.Dataset, cancellationToken);
        await Engine.RequireFitAsync();
        var network = await Task.Run(() => new InteractiveNetwork(Config, data), CancellationToken.None);
        if (cancellationToken.IsCancellationRequested)
        {
            network.Dispose();
            return null;
        }

        (Data, Network) = (data, network);
        var first = CaptureFrame(ProbeKinds.Network);
        Plan = NetworkScene.From(first, first);
        Prepare();
        return null;
    }

    /// <summary>What a view can show of the network as it is now.</summary>
    protected RunFrameMessage CaptureFrame(string kind, int epoch = 0)
    {
        var frame = Network!.Capture(kind, epoch);
        return new(frame.Step, frame.Epoch, frame.Kind, frame.Json);
    }

    /// <summary>"x to hidden 1".</summary>
    protected string NameOf(InteractiveWeight weight) => weight.From is { } from
        ? $"{Plan!.Columns[weight.Layer][from].Name} to {NeuronOf(weight).Name}"
        : $"bias of {NeuronOf(weight).Name}";

    protected Neuron NeuronOf(InteractiveWeight weight) => Plan!.Columns[weight.Layer + 1][weight.Neuron];

    protected override ValueTask CloseAsync()
    {
        Network?.Dispose();
        return ValueTask.CompletedTask;
    }
}
