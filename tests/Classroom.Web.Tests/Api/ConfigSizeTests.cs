using System.Net;
using System.Text;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Api;

/// <summary>
/// Whoever sends too much is heard out and then refused. A server that closes the connection while a proxy is still sending is a
/// bad gateway to that proxy.
/// </summary>
public sealed class ConfigSizeTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_config_that_is_too_long_is_refused_after_the_sender_was_heard_out(bool chunked)
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/runs")
        {
            Content = new StringContent($$"""{ "dataset": "{{new string('x', 70_000)}}" }""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = chunked;

        using var answer = await maria.Http.SendAsync(request, Ct);

        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, "application/problem+json"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("65,536 bytes", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }
}
