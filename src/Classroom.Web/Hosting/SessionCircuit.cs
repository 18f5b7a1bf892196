using Classroom.School.Accounts;
using Classroom.School.Sessions;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace Classroom.Web.Hosting;

/// <summary>
/// Ends a circuit with the sign-in that it belongs to: nothing that its page asks for is done any more, and the page makes
/// way for one that says so. What gets in between, <see cref="CurrentActor"/> refuses.
/// </summary>
public sealed class SessionCircuit(SessionAuthentication authentication, SessionService sessions, IJSRuntime browser, TimeProvider clock)
    : CircuitHandler, IDisposable
{
    public const string EndedAddress = "/account/ended";

    // The tab that has signed out, or whose reader has a new password, is just being sent on: that must not be cut off.
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource closed = new();
    private IDisposable? watching;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        authentication.Ended += Show;
        if ((await authentication.GetAuthenticationStateAsync()).User.ToTicket() is { } ticket)
        {
            watching = sessions.Watch(ticket, authentication.End);
        }
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        // It may have ended while the browser was away.
        if (authentication.HasEnded)
        {
            _ = ShowThatItHasEndedAsync();
        }

        return Task.CompletedTask;
    }

    // Never waits: what a person types must be handled in its order.
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next) =>
        context => authentication.HasEnded ? Task.CompletedTask : next(context);

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        authentication.Ended -= Show;
        watching?.Dispose();
        closed.Cancel();
    }

    private void Show() => _ = ShowSoonAsync();

    private async Task ShowSoonAsync()
    {
        try
        {
            await Task.Delay(TimeToLeave, clock, closed.Token);
            await ShowThatItHasEndedAsync();
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
        }
    }

    /// <summary>The NavigationManager would take a page that goes before it has answered for a fault of the circuit, and log it.</summary>
    private async Task ShowThatItHasEndedAsync()
    {
        try
        {
            await browser.InvokeVoidAsync("location.replace", EndedAddress);
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or OperationCanceledException
            or InvalidOperationException)
        {
            // The page has gone, or its browser is away; that one is told when it comes back.
        }
    }
}
