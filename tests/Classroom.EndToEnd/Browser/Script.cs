using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Classroom.EndToEnd;

/// <summary>A program outside the browser that calls the API with the cookie of somebody's browser.</summary>
public sealed class Script : IDisposable
{
    private readonly HttpClient client;

    private Script(HttpClient client) => this.client = client;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Script> OfAsync(Visitor visitor, ClassroomServer server)
    {
        // Its browser may know the server under another address.
        var cookies = await visitor.Page.Context.CookiesAsync();
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(server.Address) };
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        return new Script(client);
    }

    /// <summary>Signs in over HTTP, as a program does that has nobody's browser.</summary>
    public static async Task<Script> SignInAsync(ClassroomServer server, string userName, string password)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Address) };
        try
        {
            var page = await client.GetStringAsync(SignInForm.Address, Cancelled);
            using var form = new FormUrlEncodedContent(SignInForm.Fill(page, userName, password));
            using var answer = await client.PostAsync(SignInForm.Address, form, Cancelled);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{userName} cannot sign in: {answer.StatusCode}");
            return new Script(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        return answer.StatusCode;
    }

    public async Task<JsonElement> GetAsync(string path) => await client.GetFromJsonAsync<JsonElement>(path, Cancelled);

    /// <summary>What a call with this body answers, which has to succeed; nothing where it answers without a body.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request, Cancelled);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path} answered {answer.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public async Task<Guid> StartRunAsync(object config) =>
        (await SendAsync(HttpMethod.Post, "/api/runs", config)).GetProperty("id").GetGuid();

    public async Task<string> StateAsync(Guid run) => (await GetAsync($"/api/runs/{run}")).GetProperty("state").GetString()!;

    public async Task<int> StepAsync(Guid run) => (await GetAsync($"/api/runs/{run}")).GetProperty("step").GetInt32();

    public Task WaitForStateAsync(Guid run, string state) =>
        Waiting.UntilAsync(() => StateAsync(run), seen => seen == state, $"run {run} to be {state}");

    public async Task StopAsync(Guid run) =>
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(HttpMethod.Post, $"/api/runs/{run}/stop"));

    public async Task<IReadOnlyList<CurvePoint>> CurveAsync(Guid run, int? after = null)
    {
        var answer = await GetAsync($"/api/runs/{run}/curve{(after is null ? "" : $"?after={after}")}");
        return answer.GetProperty("points").Deserialize<List<CurvePoint>>(JsonSerializerOptions.Web)!;
    }

    /// <summary>
    /// The run's events as they come, each as soon as it is there, until the server ends the stream or the reader has enough.
    /// </summary>
    public async IAsyncEnumerable<SseItem<JsonElement>> EventsAsync(Guid run, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/runs/{run}/events");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(Waiting.Longest);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        await using var stream = await answer.Content.ReadAsStreamAsync(limit.Token);
        var parser = SseParser.Create(stream, (_, data) => JsonSerializer.Deserialize<JsonElement>(data));
        await foreach (var item in parser.EnumerateAsync(limit.Token))
        {
            yield return item;
        }
    }

    public void Dispose() => client.Dispose();
}

/// <summary>A point of a curve as the API tells it.</summary>
public sealed record CurvePoint(
    int Sequence, int Step, double Epoch, float? TrainLoss, float? TrainAccuracy, float? ValLoss, float? ValAccuracy);
