using Classroom.School;
using Classroom.School.Accounts;
using Classroom.School.Sessions;
using Microsoft.AspNetCore.Components.Authorization;

namespace Classroom.Web.Shared;

/// <summary>
/// Who acts in this request or circuit, as the services of Classroom.School want it. Asked anew for each act: a circuit
/// outlives the sign-in that opened it.
/// </summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication, SessionService sessions)
{
    /// <summary>Null for a visitor who has not signed in, and for one whose sign-in has ended.</summary>
    public async Task<Actor?> FindAsync() =>
        (await authentication.GetAuthenticationStateAsync()).User.ToTicket() is { } ticket && await sessions.IsLiveAsync(ticket)
            ? ticket.Actor
            : null;

    public async Task<Actor> GetAsync() => await FindAsync() ?? throw new SignedOutException();
}
