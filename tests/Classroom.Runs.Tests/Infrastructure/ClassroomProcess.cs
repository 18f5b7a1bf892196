using System.Collections.Concurrent;
using System.Diagnostics;
using Classroom.Runs.Grains;

namespace Classroom.Runs.Tests;

/// <summary>A Classroom without its pages in a process of its own, to be killed. It takes up whatever run is not finished.</summary>
internal sealed class ClassroomProcess : IAsyncDisposable
{
    public const string Verb = "classroom";

    /// <summary>A twentieth of what a school has, so that a test need not train for minutes.</summary>
    private static readonly TimeSpan CheckpointEvery = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentQueue<string> lines = new();
    private readonly Process process;

    private ClassroomProcess(Process process) => this.process = process;

    /// <summary>What it has written down so far.</summary>
    public IReadOnlyCollection<string> Log => lines;

    public static ClassroomProcess Start(Provider provider, string connection)
    {
        var start = new ProcessStartInfo(
            Path.ChangeExtension(typeof(ClassroomProcess).Assembly.Location, null), [Verb, $"{provider}", connection])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var classroom = new ClassroomProcess(Process.Start(start)!);
        classroom.process.OutputDataReceived += (_, line) => classroom.lines.Enqueue(line.Data ?? "");
        classroom.process.ErrorDataReceived += (_, line) => classroom.lines.Enqueue(line.Data ?? "");
        classroom.process.BeginOutputReadLine();
        classroom.process.BeginErrorReadLine();
        return classroom;
    }

    /// <summary>The other side: the process itself, until it is killed or its test is gone.</summary>
    public static async Task<int> ServeAsync(Provider provider, string connection)
    {
        await using var classroom = await TestClassroom.StartAsync(
            TestDatabases.Use(provider, connection), checkpointEvery: CheckpointEvery);
        await classroom.Get<RunRecovery>().TakeUpAsync();
        var written = 0;
        var gone = Task.Run(Console.In.ReadToEndAsync);
        while (!gone.IsCompleted)
        {
            foreach (var line in classroom.Log.Skip(written))
            {
                written++;
                Console.WriteLine(line);
            }

            await Task.WhenAny(gone, Task.Delay(TimeSpan.FromMilliseconds(20)));
        }

        return 0;
    }

    /// <summary>SIGKILL: it can neither store nor say anything more.</summary>
    public async Task KillAsync()
    {
        Assert.False(process.HasExited, string.Join('\n', lines));
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }
}
