using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Classroom.Runs;
using Classroom.Runs.Cluster;
using Classroom.Runs.Execution;
using Classroom.Runs.Grains;
using Classroom.School;
using Classroom.School.Postgres;
using Classroom.Training.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using Npgsql;

namespace Classroom.Benchmarks;

/// <summary>
/// Thirty runs on a trainer in this process, shown by a web node in a process of its own: how old a point of the curve is when
/// a browser has painted it, and what showing costs. The steps are timed where they are made.
/// </summary>
public static class Watchers
{
    private const int Students = 30;

    private static readonly int[] Filters = [8, 16];
    private static readonly int[] Neurons = [64];
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(45);

    // The last step that is drawn, and the moment after the frame that shows it.
    private const string Observe = """
        () => {
          window.painted = [];
          let last = 0;
          const look = () => {
            const x = document.querySelector('.chart .js-plotly-plot')?.data?.[0]?.x;
            const step = x?.length ? x[x.length - 1] : 0;
            if (step !== last) { last = step; requestAnimationFrame(() => window.painted.push([Date.now(), step])); }
            requestAnimationFrame(look);
          };
          look();
        }
        """;

    public static async Task<int> MeasureAsync(string webProgram, int seconds)
    {
        var connection = await CreateDatabaseAsync();
        var address = $"http://127.0.0.1:{FreePort()}";
        using var web = StartWeb(webProgram, connection, address);
        try
        {
            await WaitAsync(address, "/healthz");
            using var trainer = await StartTrainerAsync(connection);
            await WaitAsync(address, "/readyz");
            await ShowAsync(address, web, trainer.Services.GetRequiredService<TrainingScheduler>(), seconds);
            await trainer.StopAsync();
        }
        finally
        {
            web.Kill();
        }

        return 0;
    }

    private static async Task ShowAsync(string address, Process web, TrainingScheduler scheduler, int seconds)
    {
        var students = await Task.WhenAll(
            Enumerable.Range(1, Students).Select(number => WholeClass.SignInAsync(address, $"student{number:00}")));
        var ids = new List<Guid>();
        ScheduledRun? watched = null;
        foreach (var (number, student) in students.Index())
        {
            var known = scheduler.Runs;
            ids.Add(await StartAsync(student, number));
            while (watched is null && (watched = scheduler.Runs.Except(known).SingleOrDefault()) is null)
            {
                await Task.Delay(5);
            }
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = "/usr/bin/chromium-headless-shell", Args = ["--no-sandbox", "--disable-quic"] });
        var page = await (await browser.NewContextAsync(
            new() { BaseURL = address, ViewportSize = new() { Width = 1366, Height = 768 } })).NewPageAsync();
        await page.GotoAsync("/account/login");
        await page.FillAsync("[name=username]", "student01");
        await page.FillAsync("[name=password]", "demo-classroom");
        await page.PressAsync("[name=password]", "Enter");
        await page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
        await page.GotoAsync($"/runs/{ids[0]}");
        await page.Locator(".chart .js-plotly-plot").First.WaitForAsync();
        Console.WriteLine($"web node {web.Id} at {address}; measuring begins in {Opening.TotalSeconds} s; open circuits at");
        foreach (var (number, id) in ids.Index().Skip(1))
        {
            Console.WriteLine($"  student{number + 1:00} /runs/{id}");
        }

        await Task.Delay(Opening);
        using var over = new CancellationTokenSource();
        var steps = new List<(long Time, int Step)>();
        var timing = new Thread(() => Time(watched!, steps, over.Token)) { IsBackground = true };
        timing.Start();
        await page.EvaluateAsync(Observe);
        var (busy, start) = (web.TotalProcessorTime, Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        web.Refresh();
        Console.WriteLine(
            $"web node: {(web.TotalProcessorTime - busy) / Stopwatch.GetElapsedTime(start):0.00} cores, {web.WorkingSet64 / 1048576} MiB");
        var painted = (await page.EvaluateAsync<double[][]>("() => window.painted")).Select(
            seen => (Time: (long)seen[0], Step: (int)seen[1])).ToList();
        await over.CancelAsync();
        timing.Join();
        Tell(steps, painted, seconds);
        foreach (var (student, id) in students.Zip(ids))
        {
            using var stopped = await student.PostAsync($"/api/runs/{id}/stop", null);
            student.Dispose();
        }
    }

    /// <summary>When the run came to each step, to about two milliseconds.</summary>
    private static void Time(ScheduledRun run, List<(long Time, int Step)> steps, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            if (run.Step is var step && (steps.Count == 0 || steps[^1].Step != step))
            {
                steps.Add((DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), step));
            }

            Thread.Sleep(1);
        }
    }

    private static void Tell(List<(long Time, int Step)> steps, List<(long Time, int Step)> painted, int seconds)
    {
        var ages = new List<double>();
        foreach (var (time, step) in steps)
        {
            if (painted.Find(seen => seen.Step >= step) is { Time: > 0 } shown)
            {
                ages.Add(shown.Time - time);
            }
        }

        ages.Sort();
        Console.WriteLine($"{ages.Count} moments of training, {painted.Count / (double)seconds:0.0} paintings a second");
        Console.WriteLine($"from step to painted point: median {ages[ages.Count / 2]} ms, 95th percentile {ages[ages.Count * 95 / 100]} "
            + $"ms, slowest {ages[^1]} ms");
    }

    private static async Task<Guid> StartAsync(HttpClient student, int number)
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
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static async Task<string> CreateDatabaseAsync()
    {
        var server = Environment.GetEnvironmentVariable("CLASSROOM_TEST_POSTGRES")
            ?? throw new InvalidOperationException("CLASSROOM_TEST_POSTGRES names no PostgreSQL.");
        var name = $"bench_{Guid.NewGuid():N}";
        await using var database = new NpgsqlConnection(server);
        await database.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", database);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    private static Process StartWeb(string program, string connection, string address)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.GetFullPath(program)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(program))
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = address;
        start.Environment["Classroom__Database__Provider"] = "Postgres";
        start.Environment["ConnectionStrings__Classroom"] = connection;
        start.Environment["Classroom__Node__Roles"] = "web";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var web = Process.Start(start)!;
        web.OutputDataReceived += (_, _) => { };
        web.BeginOutputReadLine();
        return web;
    }

    private static async Task<IHost> StartTrainerAsync(string connection)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSchool(new SchoolOptions { Database = options => options.UseSchoolPostgres(connection) });
        builder.AddRuns(
            _ => new RunsOptions { Threads = 1, Limits = new TrainingLimits() },
            new RunsNode { Roles = NodeRoles.Trainer, Cluster = new() { ConnectionString = connection, Key = "trainer" } });
        var trainer = builder.Build();
        await trainer.StartAsync();
        return trainer;
    }

    private static async Task WaitAsync(string address, string path)
    {
        using var client = new HttpClient();
        for (var i = 0; ; i++)
        {
            try
            {
                using var answer = await client.GetAsync(address + path);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (i < 600)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
