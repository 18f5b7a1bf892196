using System.Net.Http.Json;
using System.Text.Json;

namespace Classroom.Web.Tests.Hosting;

public sealed class HealthTests(ClassroomHost host)
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task A_node_says_without_sign_in_that_it_works_and_what_it_does(string address)
    {
        using var visitor = host.Visitor();

        var answer = await visitor.Http.GetFromJsonAsync<JsonElement>(address, TestContext.Current.CancellationToken);

        Assert.Equal("Healthy", answer.GetProperty("status").GetString());
        Assert.Equal(["web", "trainer"], answer.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
    }

    [Fact]
    public async Task Readiness_names_the_database_and_the_trainers()
    {
        using var visitor = host.Visitor();

        var checks = (await visitor.Http.GetFromJsonAsync<JsonElement>("/readyz", TestContext.Current.CancellationToken)).GetProperty("checks");

        Assert.Equal("Healthy", checks.GetProperty("database").GetString());
        Assert.Equal("1 trainer", checks.GetProperty("cluster").GetString());
    }
}
