using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Classroom.Web.Tests.Hosting;

/// <summary>The real program on a disk that fills up.</summary>
[Trait("Category", "Long")]
public sealed class FullDiskTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("classroom-full-").FullName;

    [Fact]
    public async Task Readiness_notices_a_full_disk_and_that_there_is_room_again()
    {
        // A small disk of the program's own. Root may mount one; anyone else may where Linux gives her a namespace of her own.
        string[] launcher =
        [
            "unshare", .. Environment.IsPrivilegedProcess ? ["--mount"] : new[] { "--mount", "--map-root-user" },
            "sh", "-c", "mount -t tmpfs -o size=24m tmpfs \"$0\" && exec \"$@\"", folder,
        ];
        await using var program = new ProgramProcess(folder, launcher: launcher);
        var before = await program.WaitForReadinessAsync((status, _) => status == HttpStatusCode.OK);
        // Ready, and said to be nearly full.
        Assert.Contains("MiB are left", before.GetProperty("checks").GetProperty("disk").GetString(), StringComparison.Ordinal);

        // Its disk as the program sees it.
        var filler = $"/proc/{program.Id}/root{folder}/filler";
        Assert.Throws<IOException>(() => Fill(filler));
        // Each check remembers for some seconds what it found before.
        var full = await program.WaitForReadinessAsync(
            (status, told) => status == HttpStatusCode.ServiceUnavailable && Says(told, "disk", "Nothing more can be stored"));
        Assert.Equal("Unhealthy", full.GetProperty("status").GetString());

        File.Delete(filler);
        await program.WaitUntilReadyAsync();
    }

    [Fact]
    public async Task Readiness_notices_that_files_may_not_grow()
    {
        // A quota, as far as a process can be given one without being root. The signal that goes with it would end the program.
        await using var program = new ProgramProcess(folder, null, "sh", "-c", "trap '' XFSZ; exec \"$0\" \"$@\"");
        await program.WaitUntilReadyAsync();

        using (var limit = Process.Start("prlimit", ["--pid", $"{program.Id}", "--fsize=4096"]))
        {
            await limit.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, limit.ExitCode);
        }

        await program.WaitForReadinessAsync((status, told) => status == HttpStatusCode.ServiceUnavailable
            && Says(told, "disk", "Nothing more can be stored") && Says(told, "database", "The database cannot be written"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static bool Says(JsonElement told, string check, string words) =>
        told.GetProperty("checks").GetProperty(check).GetString()!.Contains(words, StringComparison.Ordinal);

    private static void Fill(string path)
    {
        using var filler = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        while (true)
        {
            filler.Write(new byte[64 * 1024]);
        }
    }
}
