using System.Security.Claims;
using Classroom.School.Accounts;
using Classroom.Web.Hosting.Circuits;
using Microsoft.AspNetCore.Components.Authorization;

namespace Classroom.Web.Hosting;

/// <summary>
/// Who a request or a circuit belongs to. A circuit belongs to the sign-in that opened it, to its end: where the browser
/// connects again with the cookie of another one, the circuit is nobody's.
/// </summary>
/// <param name="place">The circuit's place: Blazor asks for this class as soon as it makes a circuit, and so the place is taken.</param>
public sealed class SessionAuthentication(CircuitPlaceKeeper? place = null)
    : AuthenticationStateProvider, IHostEnvironmentAuthenticationStateProvider
{
    private static readonly Task<AuthenticationState> Nobody = Task.FromResult(
        new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity())));

    private Task<AuthenticationState>? state;
    private int ended;

    public CircuitPlaceKeeper? Place { get; } = place;

    /// <summary>The sign-in of this circuit has ended, or another one has taken its place.</summary>
    public event Action? Ended;

    public bool HasEnded => ended != 0;

    public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
        state ?? throw new InvalidOperationException("Nobody has said yet whom this request or circuit belongs to.");

    /// <summary>Called by the framework when the request or circuit begins, and each time that a browser connects again.</summary>
    public void SetAuthenticationState(Task<AuthenticationState> authenticationStateTask)
    {
        if (state is null)
        {
            state = authenticationStateTask;
        }
        else
        {
            _ = CompareAsync(state, authenticationStateTask);
        }
    }

    /// <summary>From now on nobody is signed in here.</summary>
    public void End()
    {
        if (Interlocked.Exchange(ref ended, 1) == 0)
        {
            state = Nobody;
            NotifyAuthenticationStateChanged(Nobody);
            Ended?.Invoke();
        }
    }

    // Whoever was here first stays; a visitor's circuit stays a visitor's.
    private async Task CompareAsync(Task<AuthenticationState> first, Task<AuthenticationState> again)
    {
        if ((await first).User.ToTicket() is { } own && (await again).User.ToTicket()?.SessionId != own.SessionId)
        {
            End();
        }
    }
}
