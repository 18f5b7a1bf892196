using System.Security.Claims;
using Classroom.School.Accounts;
using Classroom.Web.Hosting;
using Microsoft.AspNetCore.Components.Authorization;

namespace Classroom.Web.Tests.Sessions;

/// <summary>Whom a circuit belongs to, as the framework tells it when a browser connects and connects again.</summary>
public sealed class SessionAuthenticationTests
{
    [Fact]
    public async Task A_circuit_stays_with_the_sign_in_that_opened_it()
    {
        var circuit = new SessionAuthentication();
        circuit.SetAuthenticationState(Somebody(7, "first"));

        circuit.SetAuthenticationState(Somebody(7, "first"));

        Assert.False(circuit.HasEnded);
        Assert.Equal(7, (await circuit.GetAuthenticationStateAsync()).User.ToActor()!.Value.UserId);
    }

    [Theory]
    [InlineData(8, "second")]
    [InlineData(7, "second")]
    [InlineData(null, null)]
    public async Task A_browser_that_comes_back_with_another_sign_in_or_none_gets_nobodys_circuit(int? person, string? session)
    {
        var circuit = new SessionAuthentication();
        circuit.SetAuthenticationState(Somebody(7, "first"));
        var said = 0;
        circuit.Ended += () => said++;

        circuit.SetAuthenticationState(Somebody(person, session));
        circuit.SetAuthenticationState(Somebody(7, "first"));

        Assert.True(circuit.HasEnded);
        Assert.Equal(1, said);
        Assert.Null((await circuit.GetAuthenticationStateAsync()).User.ToActor());
    }

    [Fact]
    public async Task A_visitors_circuit_never_becomes_somebodys()
    {
        var circuit = new SessionAuthentication();
        circuit.SetAuthenticationState(Somebody(null, null));

        circuit.SetAuthenticationState(Somebody(8, "second"));

        Assert.False(circuit.HasEnded);
        Assert.Null((await circuit.GetAuthenticationStateAsync()).User.ToActor());
    }

    private static Task<AuthenticationState> Somebody(int? person, string? session) =>
        Task.FromResult(new AuthenticationState(new ClaimsPrincipal(
            person is null ? new ClaimsIdentity() : new ClaimsIdentity(
                [new(ClaimTypes.NameIdentifier, $"{person}"), new(ClaimTypes.Role, "Student"), new(SchoolClaimTypes.Session, session!)],
                "cookie"))));
}
