using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Classroom.Web.Tests.Hosting;

/// <summary>The real program as a process of its own on SQLite, without the demo school.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();

    /// <param name="data">Its data directory.</param>
    /// <param name="address">Where it listens; a free port when null.</param>
    /// <param name="launcher">What starts it: a program with its arguments, to which the program's own are added.</param>
    public ProgramProcess(string data, string? address = null, params string[] launcher)
    {
        Address = address ?? $"http://127.0.0.1:{FreePort()}";
        string[] words = [.. launcher, "dotnet", Path.Combine(AppContext.BaseDirectory, "Classroom.Web.dll")];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = Address;
        start.Environment["Classroom__DataDirectory"] = data;
        // The tests' own, which the program is to choose for itself.
        start.Environment.Remove("ASPNETCORE_TEMP");
        process = Process.Start(start) ?? throw new InvalidOperationException($"{words[0]} did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Address { get; }

    /// <summary>Of the program itself, also where a launcher has started it.</summary>
    public int Id => process.Id;

    /// <summary>All that it has written.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Waits until it says of itself what is asked for.</summary>
    public async Task<JsonElement> WaitForReadinessAsync(Func<HttpStatusCode, JsonElement, bool> wanted)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        var (_, told) = await Waiting.UntilAsync(
            AskAsync,
            answer => process.HasExited || (answer.Told.ValueKind != JsonValueKind.Undefined && wanted(answer.Status, answer.Told)),
            "the program says what is waited for");
        Assert.False(process.HasExited, $"The program has ended. It wrote:\n{Output}");
        return told;

        async Task<(HttpStatusCode Status, JsonElement Told)> AskAsync()
        {
            try
            {
                using var answer = await client.GetAsync("/readyz", TestContext.Current.CancellationToken);
                return (answer.StatusCode, JsonElement.Parse(
                    await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
                return default;
            }
        }
    }

    public Task WaitUntilReadyAsync() => WaitForReadinessAsync((status, _) => status == HttpStatusCode.OK);

    /// <summary>Its exit code, once it has ended by itself.</summary>
    public async Task<int> WaitForEndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>As a power cut would: nothing is tidied up.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
