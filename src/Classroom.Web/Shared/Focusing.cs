using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Classroom.Web.Shared;

/// <summary>Moves the keyboard's focus where a person goes on.</summary>
public static class Focusing
{
    /// <summary>Moves it unless she types already: on a slow network the order comes long after what was drawn. See site.js.</summary>
    public static ValueTask FocusUnlessTypingAsync(this IJSRuntime browser, ElementReference element) => browser.InvokeVoidAsync("focusUnlessTyping", element);
}
