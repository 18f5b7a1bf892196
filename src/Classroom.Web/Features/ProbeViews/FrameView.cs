using Classroom.Runs.Grains;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>Shows what one probe has seen of one run: the latest frame, or the one of an earlier epoch.</summary>
/// <remarks>A page with a live run is drawn five times a second: a view draws anew only when another frame is to be shown.</remarks>
/// <typeparam name="TScene">A frame, ready to be drawn.</typeparam>
public abstract class FrameView<TScene> : ComponentBase
    where TScene : class
{
    private (string Name, string Id, string? Moment, object? Choices) drawn;
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

    protected RunFrameMessage? Shown { get; private set; }

    protected TScene? Scene { get; private set; }

    /// <summary>Of the frame that is shown: "After epoch 3".</summary>
    protected string When => Moment ?? (Shown?.Epoch > 0 ? $"After epoch {Shown.Epoch}" : "Before training");

    /// <summary>What else the drawing depends on.</summary>
    protected virtual object? Choices => null;

    protected abstract TScene CreateScene(IReadOnlyList<RunFrameMessage> frames, int shown);

    protected override void OnParametersSet()
    {
        var index = Frames.Count - 1;
        while (index >= 0 && Frames[index].Epoch > Epoch)
        {
            index--;
        }

        var frame = index >= 0 ? Frames[index] : null;
        if (!ReferenceEquals(frame, Shown))
        {
            Scene = frame is null ? null : CreateScene(Frames, index);
            Shown = frame;
            changed = true;
        }

        changed |= drawn != (Name, Id, Moment, Choices);
        drawn = (Name, Id, Moment, Choices);
    }

    /// <summary>For what the reader does in the view itself.</summary>
    protected void Redraw() => changed = true;

    protected override bool ShouldRender()
    {
        var draw = changed;
        changed = false;
        return draw;
    }
}
