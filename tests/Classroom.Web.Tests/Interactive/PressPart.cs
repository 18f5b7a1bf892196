using Classroom.School;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Classroom.Web.Tests.Interactive;

/// <summary>A part with one button, which does what a test wants.</summary>
public sealed class PressPart : InteractivePart
{
    [Parameter]
    public required Func<Actor, CancellationToken, Task<Refusal?>> Action { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<FaultNotice>(0);
        builder.AddComponentParameter(1, nameof(FaultNotice.Message), Problem);
        builder.CloseComponent();
        builder.OpenElement(2, "button");
        builder.AddAttribute(3, "disabled", Waiting);
        builder.AddAttribute(4, "onclick", EventCallback.Factory.Create(this, () => RunAsync(Action)));
        builder.AddContent(5, IsBusy ? "At it" : "Press");
        builder.CloseElement();
    }
}
