using System.Net.Http.Json;
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
        Assert.Empty(document.Except(page).Select(fact => $"API.md lacks {fact}")
            .Concat(page.Except(document).Select(fact => $"The OpenAPI document lacks {fact}")));
    }
}
