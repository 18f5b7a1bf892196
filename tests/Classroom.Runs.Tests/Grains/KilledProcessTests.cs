namespace Classroom.Runs.Tests;

/// <summary>The process that trains is killed again and again, and the runs end as if it had never been.</summary>
[Trait("Category", "Long")]
public sealed class KilledProcessTests(TestDatabases databases, ITestOutputHelper output)
{
    [Fact]
    public Task A_run_alone_ends_with_the_undisturbed_curve_and_weights_however_often_its_process_is_killed() =>
        new KilledRuns(databases, output).KillAndCompareAsync(Provider.Sqlite, runs: 1, epochs: 900);
}

/// <summary>A class of its own, which waits for its processes while the other waits for its own.</summary>
[Trait("Category", "Long")]
public sealed class KilledProcessOfManyTests(TestDatabases databases, ITestOutputHelper output)
{
    [Fact]
    public Task Ten_runs_beside_each_other_do_so_too() =>
        new KilledRuns(databases, output).KillAndCompareAsync(Provider.Postgres, runs: 10, epochs: 150);
}
