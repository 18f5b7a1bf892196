using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Classroom.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace Classroom.Web.Tests.Hosting;

/// <summary>What a school meets on its first day, and after a power cut: the program starts, or says in one sentence why not.</summary>
[UnsupportedOSPlatform("windows")]
[Trait("Category", "Long")]
public sealed class StartTests : IDisposable
{
    private const UnixFileMode ForItself = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderForItself = ForItself | UnixFileMode.UserExecute;

    private readonly string folder = Directory.CreateTempSubdirectory("classroom-start-").FullName;

    private string Database => Path.Combine(folder, "classroom.db");

    [Fact]
    public async Task Of_two_processes_on_one_SQLite_file_the_second_is_refused_and_a_killed_one_does_not_stop_the_next()
    {
        await using (var first = new ProgramProcess(folder))
        {
            await first.WaitUntilReadyAsync();
            await using var second = new ProgramProcess(folder);
            await AssertRefusedAsync(second, $"Another Classroom is using the database {Database}");

            await first.KillAsync();
        }

        await using var next = new ProgramProcess(folder);
        await next.WaitUntilReadyAsync();
    }

    [Fact]
    public async Task Data_are_for_nobody_else_on_the_machine_also_where_an_earlier_version_left_them_open()
    {
        const UnixFileMode Open = ForItself | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        await MigrateAsync();
        File.SetUnixFileMode(
            folder,
            FolderForItself | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        foreach (var name in Directory.GetFiles(folder, "classroom.db*"))
        {
            File.SetUnixFileMode(name, Open);
        }

        await using var program = new ProgramProcess(folder);
        await program.WaitUntilReadyAsync();

        Assert.Equal(FolderForItself, File.GetUnixFileMode(folder));
        var files = Directory.GetFiles(folder, "classroom.db*");
        Assert.Superset(new HashSet<string> { Database, Database + "-wal", Database + "-shm" }, files.ToHashSet());
        Assert.All(files, file => Assert.Equal((file, ForItself), (file, File.GetUnixFileMode(file))));
    }

    [Fact]
    public async Task A_folder_with_other_things_in_it_is_not_taken_from_others()
    {
        File.SetUnixFileMode(folder, FolderForItself | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Directory.CreateDirectory(Path.Combine(folder, "somebody-elses"));

        await using var program = new ProgramProcess(folder);
        await program.WaitUntilReadyAsync();

        Assert.NotEqual(FolderForItself, File.GetUnixFileMode(folder));
        Assert.Contains("Other users of this machine can look into", program.Output, StringComparison.Ordinal);
        Assert.Equal(ForItself, File.GetUnixFileMode(Database));
    }

    [Fact]
    public async Task A_read_only_data_directory_is_told_in_one_sentence()
    {
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        // Files' modes do not bind root, unless it gives that right away.
        string[] launcher = Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner"] : [];
        await using var program = new ProgramProcess(folder, launcher: launcher);

        await AssertRefusedAsync(program, $"Classroom__DataDirectory is '{folder}', and nothing can be written there");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_damaged_database_is_told_in_one_sentence(int page)
    {
        const int PageSize = 4096;
        await MigrateAsync();
        await using (var file = File.OpenWrite(Database))
        {
            file.Position = page * PageSize;
            await file.WriteAsync(Enumerable.Repeat((byte)0x5A, PageSize).ToArray(), TestContext.Current.CancellationToken);
        }

        await using var program = new ProgramProcess(folder);

        await AssertRefusedAsync(program, $"The database {Database} is damaged");
    }

    [Fact]
    public async Task A_taken_port_is_told_in_one_sentence_and_nothing_else_is()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var program = new ProgramProcess(folder, $"http://{other.LocalEndpoint}");

        await AssertRefusedAsync(program, "address already in use by another program");
        Assert.Single(program.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task What_a_killed_process_left_of_uploads_is_swept_at_the_next_start()
    {
        await using (var first = new ProgramProcess(folder))
        {
            await first.WaitUntilReadyAsync();
            await first.KillAsync();
        }

        // As ASP.NET Core names a form that it was reading.
        var left = Path.Combine(folder, "uploads", "ASPNETCORE_4f0b8f6e.tmp");
        await File.WriteAllBytesAsync(left, new byte[1024], TestContext.Current.CancellationToken);

        await using var next = new ProgramProcess(folder);
        await next.WaitUntilReadyAsync();

        Assert.False(File.Exists(left));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        File.SetUnixFileMode(folder, FolderForItself);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task AssertRefusedAsync(ProgramProcess program, string sentence)
    {
        Assert.Equal(1, await program.WaitForEndAsync());
        var line = Assert.Single(program.Output.Split('\n'), line => line.StartsWith("Classroom cannot start: ", StringComparison.Ordinal));
        Assert.Contains(sentence, line, StringComparison.Ordinal);
        // No trace of the stack, neither from us nor from the log.
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }

    private async Task MigrateAsync()
    {
        var terminal = new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null);
        var code = await CommandLine.RunAsync(
            ["migrate", $"--Classroom:DataDirectory={folder}"], terminal, TestContext.Current.CancellationToken);
        Assert.Equal(0, code);
        SqliteConnection.ClearAllPools();

        // Closing the last connection folds the write-ahead log into the file.
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await checkpoint.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
