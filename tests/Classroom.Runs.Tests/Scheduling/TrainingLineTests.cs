namespace Classroom.Runs.Tests;

public sealed class TrainingLineTests
{
    [Fact]
    public void Who_shares_a_thread_needs_so_many_times_as_long()
    {
        Assert.Equal(new(null, null, 10), Forecast([Run(1)], 0));
        Assert.Equal(new(null, null, 40), Forecast([Run(1), Run(2), Run(3), Run(4)], 0));
        Assert.Equal(new(null, null, 20), Forecast([Run(1), Run(2), Run(3), Run(4)], 0, threads: 2));

        // Alone, a run has one thread and not two.
        Assert.Equal(new(null, null, 10), Forecast([Run(1)], 0, threads: 2));
        Assert.Equal(new(null, null, 20), Forecast([Run(1, places: 2), Run(1, places: 2)], 1));
    }

    [Fact]
    public void What_the_clock_on_the_wall_says_counts_more() =>
        Assert.Equal(new(null, null, 25), Forecast([Run(1) with { StepsASecond = 4 }, Run(2)], 0));

    [Fact]
    public void Who_waits_begins_when_those_before_have_ended()
    {
        RunInLine[] line = [Run(1), Run(2), Run(1, steps: 50), Run(1)];

        Assert.Equal(new(1, 20, 30), Forecast(line, 2));
        Assert.Equal(new(2, 30, 50), Forecast(line, 3));

        // With two places, the one that is free first is the next one's.
        RunInLine[] wide = [Run(1, steps: 20, places: 2), Run(1, places: 2), Run(1, places: 2), Run(1, places: 2)];
        Assert.Equal(new(1, 4, 24), Forecast(wide, 2));
        Assert.Equal(new(2, 20, 40), Forecast(wide, 3));
    }

    [Fact]
    public void What_nobody_can_know_is_left_open()
    {
        RunInLine[] line = [Run(1) with { SecondsAStep = null }, Run(2), Run(1)];

        Assert.Equal(new(null, null, null), Forecast(line, 0));
        Assert.Equal(new(1, null, null), Forecast(line, 2));
        Assert.Equal(new(1, 20, null), Forecast([Run(1), Run(2), Run(1) with { SecondsAStep = null }], 2));
    }

    [Fact]
    public void A_demonstration_has_half_of_a_thread_that_a_class_shares()
    {
        RunInLine[] line = [Run(1), Run(2), Run(3) with { IsDemonstration = true }];

        Assert.Equal(20, Forecast(line, 2).ExpectedEnd);
        Assert.Equal(40, Forecast(line, 0).ExpectedEnd);
        Assert.Equal(10, Forecast(line, 2, threads: 2).ExpectedEnd);
        Assert.Equal(10, Forecast([line[2]], 0).ExpectedEnd);
    }

    [Fact]
    public void The_pace_is_that_of_the_last_ten_seconds_and_unknown_at_first_and_at_a_standstill()
    {
        var pace = new WallPace();
        Assert.Null(pace.StepsASecond(TimeSpan.FromSeconds(100), 0));
        for (var second = 100; second <= 120; second++)
        {
            // Ten steps a second, then twenty.
            pace.Mark(TimeSpan.FromSeconds(second), StepAt(second));
        }

        Assert.Equal(20, pace.StepsASecond(TimeSpan.FromSeconds(120), StepAt(120))!.Value, 6);
        pace.Forget();
        pace.Mark(TimeSpan.FromSeconds(121), 300);
        Assert.Null(pace.StepsASecond(TimeSpan.FromSeconds(122), 320));
        Assert.Equal(10, pace.StepsASecond(TimeSpan.FromSeconds(123), 320));
        Assert.Null(pace.StepsASecond(TimeSpan.FromSeconds(130), 300));

        static int StepAt(int second) => second <= 110 ? (second - 100) * 10 : 100 + ((second - 110) * 20);
    }

    /// <summary>A tenth of a second a step.</summary>
    private static RunInLine Run(int owner, int steps = 100, int places = 1) => new()
    {
        OwnerId = owner,
        IsDemonstration = false,
        MaxConcurrentOfOwner = places,
        StepsLeft = steps,
        StepsASecond = null,
        SecondsAStep = 0.1,
    };

    private static RunForecast Forecast(IReadOnlyList<RunInLine> line, int run, int threads = 1) => new TrainingLine(line, threads).Forecast(line[run]);
}
