using Classroom.Web.Hosting;
using Classroom.Web.Hosting.Settings;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Classroom.Web.Tests.Hosting;

public sealed class SameSiteOnlyTests
{
    [Theory]
    [InlineData("https://school.org", "https", "school.org", false)]
    [InlineData("https://School.org:443", "https", "school.org", false)]
    [InlineData("http://school.org", "http", "school.org:80", false)]
    [InlineData("http://[::1]:5080", "http", "[::1]:5080", false)]
    [InlineData("http://school.org", "https", "school.org", true)]
    [InlineData("https://school.org", "http", "school.org", true)]
    [InlineData("https://school.org:8443", "https", "school.org", true)]
    [InlineData("https://other.org", "https", "school.org", true)]
    [InlineData("null", "https", "school.org", true)]
    public void Scheme_host_and_port_of_the_origin_must_be_this_sites(string origin, string scheme, string host, bool foreign)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host, request.Headers.Origin) = (scheme, new HostString(host), origin);

        Assert.Equal(foreign, SameSiteOnly.IsForeign(request));
    }

    [Theory]
    [InlineData("127.0.0.1", "https://school.org", "own")]
    [InlineData("127.0.0.1", "http://school.org", "foreign")]
    [InlineData("", "https://school.org", "foreign")]
    public async Task Behind_a_trusted_proxy_the_scheme_outside_counts(string trusted, string origin, string expected)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Options.Create(new ClassroomSettings { Proxy = new ProxySettings { Trusted = trusted } }));
        builder.Services.AddProxy();
        await using var app = builder.Build();
        app.UseProxy();
        app.MapGet("/", (HttpContext context) => SameSiteOnly.IsForeign(context.Request) ? "foreign" : "own");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Urls.Single())
        {
            Headers =
                { { "Host", "school.org" }, { "Origin", origin }, { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "203.0.113.7" } },
        };

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
