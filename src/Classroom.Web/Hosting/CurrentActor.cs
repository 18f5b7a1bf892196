using Classroom.School;
using Microsoft.AspNetCore.Components.Authorization;

namespace Classroom.Web.Hosting;

/// <summary>Who acts in this request or circuit, as the services of Classroom.School want it.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication)
{
    /// <summary>Null for a visitor who has not signed in.</summary>
    public async Task<Actor?> FindAsync() => (await authentication.GetAuthenticationStateAsync()).User.ToActor();

    public async Task<Actor> GetAsync() =>
        await FindAsync() ?? throw new UnauthorizedAccessException("Nobody is signed in.");
}
