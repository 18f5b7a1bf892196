using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Features.Settings;

/// <summary>
/// A part of the bench that shows and changes some of the form's fields. Whatever is done in it, the whole bench looks again.
/// </summary>
public abstract class BenchPart : ComponentBase, IHandleEvent
{
    [Parameter, EditorRequired]
    public required LabForm Form { get; set; }

    /// <summary>What is wrong, by field of the config.</summary>
    [Parameter, EditorRequired]
    public required ILookup<string, string> Errors { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback Changed { get; set; }

    protected IReadOnlyList<string> Of(string field) =>
        [.. Errors.Where(error => error.Key == field || error.Key.StartsWith(field + "[", StringComparison.Ordinal))
            .SelectMany(error => error)];

    /// <summary>In place of drawing only itself.</summary>
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        await Changed.InvokeAsync();
    }
}
