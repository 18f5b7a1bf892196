using Microsoft.AspNetCore.SignalR;

namespace Classroom.Web.Hosting.Circuits;

/// <summary>Stands in front of Blazor's hub: each connection and each circuit needs a place.</summary>
public sealed class CircuitFilter(CircuitDoor door) : IHubFilter
{
    private static readonly object PlaceKey = new();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (VisitorOf(context.Context) is not { } visitor || door.TakeConnection(visitor) is not { } place)
        {
            context.Context.Abort();
            return;
        }

        context.Context.Items[PlaceKey] = place;
        try
        {
            await next(context);
        }
        catch
        {
            // SignalR tells nobody of the end of a connection that failed here.
            place.Dispose();
            throw;
        }
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        (context.Context.Items[PlaceKey] as IDisposable)?.Dispose();
        await next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        // The two calls of Blazor's client that make a circuit; another name for them would fail the tests.
        if (invocationContext.HubMethodName is not ("StartCircuit" or "ResumeCircuit"))
        {
            return await next(invocationContext);
        }

        if (VisitorOf(invocationContext.Context) is { } visitor
            && await door.OpenAsync(visitor, () => next(invocationContext)) is { } circuit)
        {
            return circuit;
        }

        // Blazor's client then shows what CircuitTrouble.razor has to say, and leaves.
        await invocationContext.Hub.Clients.Caller.SendAsync("JS.Error", "There is no circuit for this page.");
        return null;
    }

    private static CircuitVisitor? VisitorOf(HubCallerContext context) => CircuitDoor.VisitorOf(context.GetHttpContext());
}
