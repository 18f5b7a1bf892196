using Classroom.Web.Hosting;

namespace Classroom.Web.Tests.Hosting;

/// <summary>What is typed after the program's name, with real databases where a verb needs one.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("classroom-verbs-").FullName;

    [Theory]
    [InlineData("bakcup", "backup")]
    [InlineData("create-admn", "create-admin")]
    [InlineData("migrat", "migrate")]
    [InlineData("seed-deom", "seed-demo")]
    public async Task An_unknown_verb_is_an_error_with_the_nearest_right_one(string typed, string meant)
    {
        var (code, output, error) = await RunAsync(typed);

        Assert.Equal(1, code);
        Assert.Contains($"'{typed}'", error, StringComparison.Ordinal);
        Assert.Contains(meant, output.Split("Usage:")[0].Split('\n').Select(line => line.Trim()));
        AssertNothingWasMade();
    }

    [Theory]
    [InlineData("--Classroom:DataDirectoy=/tmp/x", "--Classroom:DataDirectory")]
    [InlineData("--Classroom:Trainin:Threads=2", "--Classroom:Training:Threads")]
    [InlineData("--Clasroom:Demo=true", "--Classroom:Demo")]
    [InlineData("--ulrs=http://localhost:5000", "--urls")]
    [InlineData("--enviroment=Production", "--environment")]
    [InlineData("--demo", "--Classroom:Demo")]
    [InlineData("--DataDirectory=/tmp/x", "--Classroom:DataDirectory")]
    public async Task An_unknown_setting_is_an_error_with_the_nearest_right_one(string typed, string meant)
    {
        var (code, _, error) = await RunAsync(typed);

        Assert.Equal(1, code);
        Assert.Contains($"Did you mean '{meant}'?", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "--force=yes")]
    [InlineData("check", "--force")]
    [InlineData("create-admin", "--usr")]
    public async Task An_option_that_nothing_reads_is_an_error(params string[] args)
    {
        var (code, _, error) = await RunAsync(args);

        Assert.Equal(1, code);
        Assert.Contains(args[^1].Split('=')[0], error, StringComparison.Ordinal);
        AssertNothingWasMade();
    }

    [Theory]
    [InlineData("urls=http://localhost:5000", "write --urls=http://localhost:5000")]
    [InlineData("--urls", "write --urls=VALUE")]
    public async Task A_setting_that_is_written_another_way_is_an_error_that_says_how(string typed, string expected)
    {
        var (code, _, error) = await RunAsync(typed);

        Assert.Equal(1, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_the_verbs()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.All(
            ["create-admin", "migrate", "seed-demo", "check", "backup <FILE>", "restore <FILE>"],
            verb => Assert.Contains(verb, output, StringComparison.Ordinal));
        AssertNothingWasMade();
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task A_verb_that_is_still_to_come_says_so_and_does_nothing(string verb)
    {
        var (code, _, error) = await RunAsync(verb, Path.Combine(folder, "file"));

        Assert.Equal(1, code);
        Assert.Contains($"has no {verb} yet", error, StringComparison.Ordinal);
        AssertNothingWasMade();
    }

    [Fact]
    public async Task Creating_an_admin_says_in_which_database()
    {
        var (code, output, error) = await RunAsync(["create-admin", "--user", "head", Data], "a long password");
        Assert.True(code == 0, error);
        Assert.Contains(
            $"The admin head is in the SQLite database {Path.Combine(folder, "classroom.db")}", output, StringComparison.Ordinal);

        (code, _, error) = await RunAsync(["create-admin", "--user", "other", Data], "short");
        Assert.Equal(1, code);
        Assert.Contains(
            $"Nothing was created in the SQLite database {Path.Combine(folder, "classroom.db")}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_time_zone_ends_the_program_with_one_sentence_before_anything_is_made()
    {
        var (code, _, error) = await RunAsync("migrate", Data, "--Classroom:School:TimeZone=Chicago");

        Assert.Equal(1, code);
        Assert.StartsWith(
            "Classroom cannot start: Classroom__School__TimeZone is 'Chicago', which this machine does not know",
            Assert.Single(error.Trim().Split('\n')),
            StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "classroom.db")));
    }

    [Fact]
    public async Task The_check_tells_what_the_schools_clocks_show()
    {
        await RunAsync("migrate", Data);

        var (_, output, _) = await RunAsync("check", Data, "--Classroom:School:TimeZone=Asia/Kathmandu");

        Assert.Matches(
            @"ok      configuration: every setting is valid; it is \w{3}, \w{3} \d+, \d+:\d\d [AP]M at the school, in the time zone Asia/Kathmandu",
            output);
    }

    [Fact]
    public async Task The_demo_school_is_not_put_beside_people_of_a_schools_own()
    {
        Assert.Equal(0, (await RunAsync(["create-admin", "--user", "admin", Data], "a long password")).Code);

        var (code, _, error) = await RunAsync("seed-demo", Data);
        Assert.Equal(1, code);
        Assert.Contains("people of its own", error, StringComparison.Ordinal);

        (code, _, error) = await RunAsync("--Classroom:Demo=true", Data, "--urls=http://127.0.0.1:0");
        Assert.Equal(1, code);
        Assert.Contains("Classroom__Demo is true. This database already has people of its own", error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private string Data => $"--Classroom:DataDirectory={folder}";

    private void AssertNothingWasMade() => Assert.Empty(Directory.EnumerateFileSystemEntries(folder));

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => RunAsync(args, "");

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] args, string input)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(
            args, new Terminal(new StringReader(input), output, error), TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
