using System.Diagnostics;
using System.Globalization;

namespace Classroom.Benchmarks;

/// <summary>The same model under Debian's PyTorch: a Python process that trains as many steps as it is told, on one thread.</summary>
public sealed class PeerRun : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("peer").FullName;
    private readonly Process python;

    public PeerRun(SpeedModel model)
    {
        Examples.Of(model.Data).Write(folder);
        python = Process.Start(
            new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "peers", $"{model.Peer}.py"), folder])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!;
    }

    public Effort Train(int steps)
    {
        python.StandardInput.WriteLine(steps);
        python.StandardInput.Flush();
        var answer = python.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("The Python process has ended: is python3-torch installed?");
        var seconds = answer.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(seconds[0], seconds[1]);
    }

    public void Dispose()
    {
        python.StandardInput.Close();
        python.WaitForExit();
        python.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
