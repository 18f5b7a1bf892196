using Microsoft.JSInterop;

namespace Classroom.Web.Tests;

/// <summary>A script of a page that notes what it is called with, and answers nothing.</summary>
internal sealed class RecordedScript : IJSObjectReference
{
    public List<(string Name, object?[] Arguments)> Calls { get; } = [];

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
        InvokeAsync<TValue>(identifier, CancellationToken.None, args);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
    {
        Calls.Add((identifier, args ?? []));
        return default;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
