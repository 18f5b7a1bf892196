using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Classroom.Benchmarks;

/// <summary>
/// Thirty students of the demo school start a run at the same moment, over HTTP against a running Classroom, and each follows
/// her own; meanwhile somebody reads glossary pages.
/// </summary>
public static partial class WholeClass
{
    private const int Students = 30;

    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(30);
    private static readonly int[] Filters = [8, 16];
    private static readonly int[] Neurons = [64];
    private static readonly string[] Terms = ["overfitting", "epoch", "batch", "gradient-descent", "convolutional-neural-network"];

    public static async Task<int> MeasureAsync(string address)
    {
        var students = await Task.WhenAll(Enumerable.Range(1, Students).Select(number => SignInAsync(address, $"student{number:00}")));
        using var reader = new HttpClient { BaseAddress = new Uri(address) };
        await PageAsync(reader, Terms[0]);

        var start = Stopwatch.GetTimestamp();
        using var over = new CancellationTokenSource(Watched);
        var reading = ReadPagesAsync(reader, over.Token);
        var firstPoints = await Task.WhenAll(students.Select((student, number) => FirstPointAsync(student, number, start)));
        Console.WriteLine(
            $"first point: {firstPoints.Min(run => run.Seconds):0.00} to {firstPoints.Max(run => run.Seconds):0.00} s after the click");
        foreach (var moment in new[] { 10, 20, 29 })
        {
            var wait = TimeSpan.FromSeconds(moment) - Stopwatch.GetElapsedTime(start);
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            var steps = await Task.WhenAll(students.Zip(firstPoints).Select(run => StepAsync(run.First, run.Second.Id)));
            Console.WriteLine(
                $"after {moment} s: {steps.Average():0.0} steps on average, slowest {steps.Min() / steps.Average():0.00} of the mean");
        }

        var pages = await reading;
        pages.Sort();
        Console.WriteLine($"{pages.Count} glossary pages meanwhile: median {pages[pages.Count / 2]:0.0} ms, 95th percentile "
            + $"{pages[pages.Count * 95 / 100]:0.0} ms, slowest {pages[^1]:0.0} ms");
        foreach (var (student, run) in students.Zip(firstPoints))
        {
            using var stopped = await student.PostAsync($"/api/runs/{run.Id}/stop", null);
            student.Dispose();
        }

        return 0;
    }

    private static async Task<List<double>> ReadPagesAsync(HttpClient reader, CancellationToken over)
    {
        var times = new List<double>();
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await PageAsync(reader, Terms[i % Terms.Length]);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);

            // A class turns a page now and then; reading as fast as one can would measure something else.
            await Task.Delay(50, CancellationToken.None);
        }

        return times;
    }

    private static async Task PageAsync(HttpClient reader, string term) => await reader.GetStringAsync($"/glossary/{term}");

    private static async Task<(Guid Id, double Seconds)> FirstPointAsync(HttpClient student, int number, long start)
    {
        using var answer = await student.PostAsJsonAsync("/api/runs", new
        {
            dataset = "digits",
            model = new { kind = "cnn", conv = Filters, dense = Neurons },
            optimizer = new { kind = "adam", learningRate = 0.001 },
            batchSize = 32,
            epochs = 160,
            seed = number,
        });
        answer.EnsureSuccessStatusCode();
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var events = await student.GetAsync($"/api/runs/{id}/events", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await events.Content.ReadAsStreamAsync());
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line == "event: point")
            {
                return (id, Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        throw new InvalidOperationException($"Run {id} ended without a point.");
    }

    private static async Task<double> StepAsync(HttpClient student, Guid id) =>
        (await student.GetFromJsonAsync<JsonElement>($"/api/runs/{id}")).GetProperty("step").GetInt32();

    /// <summary>A client with the cookie of a user; of the demo school, if no password is given.</summary>
    public static async Task<HttpClient> SignInAsync(string address, string user, string password = "demo-classroom")
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address) };
        var form = await client.GetStringAsync("/account/login");
        using var answer = await client.PostAsync("/account/login", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["username"] = user,
            ["password"] = password,
            ["_handler"] = "login",
            ["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value,
        }));
        answer.EnsureSuccessStatusCode();
        return client;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
