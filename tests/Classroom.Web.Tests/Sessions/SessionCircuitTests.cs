using Classroom.Web.Hosting;
using Microsoft.JSInterop;

namespace Classroom.Web.Tests.Sessions;

/// <summary>A tab whose sign-in has ended is sent on, and none of what a browser does then is a fault of the server.</summary>
public sealed class SessionCircuitTests
{
    public static TheoryData<Exception> Answers =>
        [new TaskCanceledException(), new JSDisconnectedException("gone"), new InvalidOperationException("offline"), new JSException("no")];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_tab_that_comes_back_after_its_sign_in_has_ended_is_sent_on_though_it_may_have_gone(Exception answer)
    {
        var authentication = new SessionAuthentication();
        var browser = new Browser(answer);
        using var circuit = new SessionCircuit(authentication, null!, browser, TimeProvider.System);
        authentication.End();

        await circuit.OnConnectionUpAsync(null!, TestContext.Current.CancellationToken);

        Assert.Equal("location.replace /account/ended", Assert.Single(browser.Calls));
    }

    private sealed class Browser(Exception answer) : IJSRuntime
    {
        public List<string> Calls { get; } = [];

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            Calls.Add($"{identifier} {string.Join(' ', args ?? [])}");
            return ValueTask.FromException<TValue>(answer);
        }
    }
}
