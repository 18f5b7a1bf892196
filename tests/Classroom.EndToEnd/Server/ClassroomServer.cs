using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

namespace Classroom.EndToEnd;

/// <summary>The real program as a process of its own, with a demo school in a folder of its own, or where the settings put it.</summary>
public sealed class ClassroomServer(IReadOnlyDictionary<string, string>? settings = null) : IAsyncDisposable
{
    private static readonly HttpClient Asking = new();

    private readonly string data = Directory.CreateTempSubdirectory("classroom-e2e-").FullName;
    private readonly StringBuilder log = new();
    private Process? process;

    /// <summary>The folder of the program's project.</summary>
    public static string WebProject => Metadata("WebProject");

    /// <summary>The program as it was built.</summary>
    public static string WebProgram => Metadata("WebProgram");

    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    /// <summary>Starts the program and waits until it answers; after <see cref="KillAsync"/> it goes on with the same data.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [WebProgram])
        {
            WorkingDirectory = WebProject,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address;
        start.Environment["Classroom__DataDirectory"] = data;
        // The tests count days as UTC does, wherever they run.
        start.Environment["Classroom__School__TimeZone"] = "UTC";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        await Waiting.UntilAsync(IsReadyAsync, ready => ready || process.HasExited, "Classroom to be ready");
        Assert.False(process.HasExited, $"Classroom did not start:\n{Log()}");
    }

    /// <summary>True where the process has mapped a library whose path contains this.</summary>
    public bool HasLoaded(string library) => File.ReadAllText($"/proc/{process!.Id}/maps").Contains(library, StringComparison.Ordinal);

    /// <summary>Fails with the program's last words if it has ended without being told to.</summary>
    public void AssertRunning()
    {
        if (process is { HasExited: true })
        {
            Assert.Fail($"Classroom ended by itself with exit code {process.ExitCode}:\n{Log()}");
        }
    }

    /// <summary>Ends the process as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync().WaitAsync(Waiting.Longest);
        }
    }

    /// <summary>
    /// The process stays but does nothing, as on a machine that is far too busy, or behind a network that swallows everything.
    /// </summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>What the program has written so far.</summary>
    public string Log()
    {
        lock (log)
        {
            return log.ToString();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process?.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Asking.GetAsync(new Uri($"{Address}/readyz"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process!.Id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    private void Keep(string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }
    }

    private static string Metadata(string key) =>
        typeof(ClassroomServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
