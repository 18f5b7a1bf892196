using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Classroom.Web.Tests.Api;

/// <summary>API.md and the OpenAPI document of the running program say the same, down to each parameter and status.</summary>
public sealed class ApiDocumentTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_names_what_the_document_names_and_nothing_else()
    {
        var page = ApiPage.Read(await File.ReadAllTextAsync(Path.Combine(Repository.Source, "Classroom.Web", "API.md"), Ct));
        var document = OpenApiFacts.Read(await host.Visitor().Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct));

        Assert.Contains("POST /api/runs", page);
        Assert.Equal(page.Distinct(), page);
        var differences = document.Except(page).Select(fact => $"API.md lacks {fact}")
            .Concat(page.Except(document).Select(fact => $"The OpenAPI document lacks {fact}"))
            .ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    /// <summary>Our own refusals are tested with what they refuse; these come from the framework.</summary>
    [Theory]
    [InlineData("POST", "/api/runs", "text/plain", 415)]
    [InlineData("POST", "/api/datasets", "application/json", 415)]
    [InlineData("GET", "/api/runs/0196f0a2-0000-7000-8000-000000000000/curve?after=abc", null, 400)]
    [InlineData("GET", "/api/runs/digits/curve", null, 404)]
    public async Task What_cannot_be_read_is_refused_with_problem_details(string method, string address, string? type, int status)
    {
        var admin = await host.LookAsAsync("admin");
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Content = type is null ? null : new StringContent("{}", Encoding.UTF8, type);
        using var answer = await admin.Http.SendAsync(request, Ct);

        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }
}
