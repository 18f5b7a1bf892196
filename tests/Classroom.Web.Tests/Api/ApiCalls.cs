using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Classroom.Web.Tests.Api;

/// <summary>Calls of the API as a script makes them.</summary>
internal static class ApiCalls
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Whatever is refused is refused with a sentence.</summary>
    public static async Task<(int Status, JsonElement Body)> CallAsync(
        this HttpClient http, string method, string address, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address)
        {
            Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
        };
        using var answer = await http.SendAsync(request, Ct);
        return ((int)answer.StatusCode, await ReadAsync(answer));
    }

    /// <summary>What is answered to a call that must succeed.</summary>
    public static async Task<JsonElement> DoAsync(this HttpClient http, string method, string address, string? json = null)
    {
        var (status, body) = await http.CallAsync(method, address, json);
        Assert.True(status is >= 200 and < 300, $"{method} {address}: {status} {body}");
        return body;
    }

    /// <summary>The faults of a call that must be refused, each field with its messages.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> FaultsAsync(
        this HttpClient http, string method, string address, string json)
    {
        var (status, body) = await http.CallAsync(method, address, json);
        Assert.True(status == 400, $"{method} {address}: {status} {body}");
        return body.GetProperty("errors").EnumerateObject()
            .ToDictionary(field => field.Name, field => string.Join(" ", field.Value.EnumerateArray().Select(said => said.GetString())));
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var type = answer.Content.Headers.ContentType?.MediaType;
        if ((int)answer.StatusCode < 400)
        {
            return type == "application/json" ? await answer.Content.ReadFromJsonAsync<JsonElement>(Ct) : default;
        }

        Assert.Equal("application/problem+json", type);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal((int)answer.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.True(
            problem.TryGetProperty("detail", out var detail) && detail.GetString()!.TrimEnd().EndsWith('.'),
            $"{answer.RequestMessage?.RequestUri}: no sentence in {problem}");
        return problem;
    }
}
