using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Classroom.Training.Operations;
using Classroom.Training.SelfCheck;

namespace Classroom.Web.Tests.Api;

public sealed class NodeApiTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Admins_see_what_the_node_does_and_how_it_computes()
    {
        var admin = await host.LookAsAsync("admin");

        var node = await admin.Http.GetFromJsonAsync<JsonElement>("/api/node", Ct);

        Assert.Equal(["web", "trainer"], node.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.True(node.GetProperty("trains").GetBoolean());
        var engine = node.GetProperty("engine");
        Assert.Equal("passed", engine.GetProperty("state").GetString());
        Assert.Equal(
            (Processor.Current.Name, Processor.Current.Cores),
            (engine.GetProperty("processor").GetString(), engine.GetProperty("cores").GetInt32()));
        Assert.Equal(Engine.Report.Setting, engine.GetProperty("setting").GetString());
    }

    [Theory]
    [InlineData("student20")]
    [InlineData("teacher")]
    public async Task Nobody_else_does(string user)
    {
        using var answer = await (await host.LookAsAsync(user)).Http.GetAsync("/api/node", Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in()
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.Http.GetAsync("/api/node", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_OpenAPI_document_describes_it()
    {
        var document = await (await host.LookAsAsync("admin")).Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct);

        Assert.Equal("Node", document.GetProperty("paths").GetProperty("/api/node").GetProperty("get").GetProperty("tags")[0].GetString());
        var engine = document.GetProperty("components").GetProperty("schemas").GetProperty("EngineAnswer").GetProperty("properties");
        string[] described = ["state", "processor", "instructionSets", "caches", "libraries", "setting", "faults"];
        Assert.Empty(described.Except(engine.EnumerateObject().Select(property => property.Name)));
    }
}
