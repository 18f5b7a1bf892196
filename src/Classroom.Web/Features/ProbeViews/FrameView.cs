using Classroom.Runs.Grains;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>Shows what one probe has seen of one run: the latest frame, or the one of an earlier epoch.</summary>
/// <remarks>A page with a live run is drawn five times a second: a view draws anew only when another frame is to be shown.</remarks>
/// <typeparam name="TScene">A frame, ready to be drawn.</typeparam>
public abstract class FrameView<TScene> : ComponentBase
    where TScene : class
{
    private (string Name, string Id, string? Moment, int Series, object? Choices) drawn;
    private bool changed;

    /// <summary>Of one kind, ascending; the first holds what never changes. May grow.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RunFrameMessage> Frames { get; set; }

    /// <summary>Shows the last frame up to this epoch; null is the latest of all.</summary>
    [Parameter]
    public int? Epoch { get; set; }

    /// <summary>The run's, for those who cannot see the picture.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>Begins all ids in here; another one for each view on a page.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>When the frame was made, where that was not in training: "With your weights".</summary>
    [Parameter]
    public string? Moment { get; set; }

    /// <summary>The frames of all runs in the panel, this one's among them; none where it stands alone.</summary>
    [Parameter]
    public IReadOnlyList<IReadOnlyList<RunFrameMessage>> Compared { get; set; } = [];

    /// <summary>The number of the run's color.</summary>
    [Parameter]
    public int Series { get; set; } = 1;

    protected RunFrameMessage? Shown { get; private set; }

    /// <summary>What is shown of each run in the panel, so that all of them can be drawn to one scale.</summary>
    protected IEnumerable<RunFrameMessage> AllShown => (Compared.Count > 0 ? Compared : [Frames])
        .Select(frames => (Frames: frames, Index: LastUpTo(frames, Epoch)))
        .Where(run => run.Index >= 0)
        .Select(run => run.Frames[run.Index]);

    protected TScene? Scene { get; private set; }

    /// <summary>Of the frame that is shown: "After epoch 3".</summary>
    protected string When => Moment ?? (Shown?.Epoch > 0 ? $"After epoch {Shown.Epoch}" : "Before training");

    /// <summary>What else the drawing depends on.</summary>
    protected virtual object? Choices => null;

    protected abstract TScene CreateScene(IReadOnlyList<RunFrameMessage> frames, int shown);

    protected override void OnParametersSet()
    {
        var index = LastUpTo(Frames, Epoch);
        var frame = index >= 0 ? Frames[index] : null;
        if (!ReferenceEquals(frame, Shown))
        {
            Scene = frame is null ? null : CreateScene(Frames, index);
            Shown = frame;
            changed = true;
        }

        var wanted = (Name, Id, Moment, Series, Choices);
        changed |= !drawn.Equals(wanted);
        drawn = wanted;
    }

    /// <summary>For what the reader does in the view itself.</summary>
    protected void Redraw() => changed = true;

    protected override bool ShouldRender()
    {
        var draw = changed;
        changed = false;
        return draw;
    }

    private static int LastUpTo(IReadOnlyList<RunFrameMessage> frames, int? epoch)
    {
        var index = frames.Count - 1;
        while (index >= 0 && frames[index].Epoch > epoch)
        {
            index--;
        }

        return index;
    }
}
