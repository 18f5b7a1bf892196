namespace Classroom.Web.Tests.Hosting;

public sealed class SecurityHeadersTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/datasets")]
    [InlineData("/api/runs/6f0e0c52-3c1f-4a0e-9f3e-0d5c9a6f1b11")]
    [InlineData("/me")]
    [InlineData("/glossary/epoch")]
    [InlineData("/no-such-page")]
    public async Task What_is_made_for_somebody_signed_in_is_not_stored_for_the_next_at_the_same_Chromebook(string address)
    {
        var student = await host.LookAsAsync("student01");
        using var answer = await student.Http.GetAsync(address, Ct);
        Assert.True(answer.Headers.CacheControl?.NoStore, $"{address}: {answer.Headers.CacheControl}");
    }

    [Fact]
    public async Task Static_files_may_be_stored_whoever_asks()
    {
        var student = await host.LookAsAsync("student01");
        using var answer = await student.Http.GetAsync("/theme.css", Ct);
        Assert.False(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/runs")]
    [InlineData("/no-such-page")]
    [InlineData("/theme.css")]
    public async Task Every_answer_asks_for_no_camera_microphone_or_place_and_names_its_content(string address)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.Http.GetAsync(address, Ct);
        var permissions = Assert.Single(answer.Headers.GetValues("Permissions-Policy"));
        Assert.All(
            ["camera=()", "microphone=()", "geolocation=()"], denied => Assert.Contains(denied, permissions, StringComparison.Ordinal));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("form-action 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_trusted_proxy_nobody_is_believed_about_the_scheme()
    {
        using var visitor = host.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/login");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var answer = await visitor.Http.SendAsync(request, Ct);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.All(
            answer.Headers.GetValues("Set-Cookie"), cookie => Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }
}
