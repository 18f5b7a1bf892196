using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Classroom.Web.Features.Playground;

/// <summary>Mouse, finger or pen over a drawing sheet, as the browser tells of them.</summary>
/// <param name="scripts">The page's.</param>
/// <param name="draw">Takes what has been drawn since the last call.</param>
public sealed class SheetPointer(IJSRuntime scripts, Func<IReadOnlyList<InkPiece>, Task> draw) : IAsyncDisposable
{
    private DotNetObjectReference<SheetPointer>? self;
    private IJSObjectReference? module;
    private IJSObjectReference? pointer;

    /// <summary>Follows the pointer over this sheet. Called again, it does nothing.</summary>
    public async Task AttachAsync(ElementReference sheet)
    {
        if (self is not null)
        {
            return;
        }

        self = DotNetObjectReference.Create(this);
        try
        {
            // Null from what is no browser: the sheet can still be worked by keys.
            module = await scripts.InvokeAsync<IJSObjectReference?>("import", "./Features/Playground/DrawDigit.razor.js");
            pointer = module is null ? null : await module.InvokeAsync<IJSObjectReference?>("attach", sheet, self);
        }
        catch (JSDisconnectedException)
        {
            // The reader has left.
        }
    }

    /// <summary>From the browser.</summary>
    [JSInvokable]
    public Task DrawAsync(IReadOnlyList<InkPiece> pieces) => draw(pieces);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (pointer is not null)
            {
                await pointer.InvokeVoidAsync("stop");
                await pointer.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the module with it.
        }

        self?.Dispose();
    }
}
