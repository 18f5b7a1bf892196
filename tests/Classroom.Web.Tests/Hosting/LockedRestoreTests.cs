namespace Classroom.Web.Tests.Hosting;

/// <summary>What is built and tested is what the lock files say, and no script changes them.</summary>
public sealed class LockedRestoreTests
{
    // Each of these would restore by itself, and write lock files, if it were not told otherwise.
    private static readonly string[] Restoring = ["restore", "build", "publish", "run", "test", "format", "pack"];

    [Theory]
    [InlineData(".ci/run")]
    [InlineData("tests/run.sh")]
    [InlineData("Dockerfile")]
    public void Scripts_restore_in_locked_mode_only(string script)
    {
        var commands = File.ReadLines(Path.Combine(Repository.Root, script))
            .Select(line => line.Trim())
            .Where(line => !line.StartsWith('#')
                && !line.StartsWith("echo ", StringComparison.Ordinal)
                && Restoring.Any(verb => line.Contains($"dotnet {verb} ", StringComparison.Ordinal)))
            .ToList();

        Assert.Contains(commands, command => command.Contains("dotnet restore ", StringComparison.Ordinal));
        Assert.All(commands, command => Assert.Contains(
            command.Split(' '),
            word => command.Contains("dotnet restore ", StringComparison.Ordinal)
                ? word == "--locked-mode"
                : word is "--no-restore" or "--no-build"));
    }
}
