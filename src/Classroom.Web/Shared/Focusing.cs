using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Classroom.Web.Shared;

/// <summary>
/// Moves the keyboard's focus to where a person goes on. On a slow network the order comes long after what was drawn: see site.js.
/// </summary>
public static class Focusing
{
    /// <summary>Moves it to what comes next, unless she types already.</summary>
    public static ValueTask FocusUnlessTypingAsync(this IJSRuntime browser, ElementReference element) =>
        OrderAsync(browser, "focusUnlessTyping", element);

    /// <summary>Moves it to an element when what she pressed is gone, unless she has gone on to another meanwhile.</summary>
    public static ValueTask FocusIfLostAsync(this IJSRuntime browser, ElementReference element) =>
        OrderAsync(browser, "focusIfLost", element);

    /// <summary>Scrolls the picture within an element into view, no further than it takes.</summary>
    public static ValueTask RevealAsync(this IJSRuntime browser, ElementReference element) => OrderAsync(browser, "reveal", element);

    private static async ValueTask OrderAsync(IJSRuntime browser, string order, ElementReference element)
    {
        try
        {
            await browser.InvokeVoidAsync(order, element);
        }
        catch (Exception fault) when (fault is JSDisconnectedException or OperationCanceledException)
        {
            // She has left.
        }
    }
}
