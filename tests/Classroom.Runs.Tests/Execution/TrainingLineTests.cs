using Classroom.Runs.Execution;

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
    public void Runs_of_a_trial_share_what_one_person_has_and_leave_it_to_each_other_as_they_end()
    {
        // One thread for two people: each run of the trial has an eighth of it, and the last one what the others have left.
        RunInLine[] line = [.. new[] { 10, 10, 10, 20 }.Select(steps => Run(1, steps) with { Trial = Spiral }), Run(2)];

        Assert.Equal(new(null, null, 8), Forecast(line, 0));
        Assert.Equal(new(null, null, 10), Forecast(line, 3));
        Assert.Equal(new(null, null, 20), Forecast(line, 4));

        // Alone, four runs use two threads; beside someone who can use but one, the other.
        Assert.Equal(
            new(null, null, 20), Forecast([.. Enumerable.Repeat(0, 4).Select(_ => Run(1) with { Trial = Spiral })], 0, threads: 2));
        Assert.Equal(
            new(null, null, 40), Forecast([.. Enumerable.Repeat(0, 4).Select(_ => Run(1) with { Trial = Spiral }), Run(2)], 0, threads: 2));
        Assert.Equal(
            new(null, null, 10), Forecast([.. Enumerable.Repeat(0, 4).Select(_ => Run(1) with { Trial = Spiral }), Run(2)], 4, threads: 2));
        Assert.Equal(
            new(null, null, 20), Forecast([.. Enumerable.Repeat(0, 4).Select(_ => Run(1) with { Trial = Spiral }), Run(2)], 0, threads: 3));
    }

    [Fact]
    public void Four_runs_of_a_trial_are_in_one_place_and_its_fifth_waits_before_what_came_later()
    {
        RunInLine[] line = [
            .. Enumerable.Repeat(0, 4).Select(_ => Run(1, steps: 10) with { Trial = Spiral }),
            Run(1, steps: 10) with { Trial = Spiral },
            Run(1, steps: 10)
        ];

        Assert.Equal(new(null, null, 4), Forecast(line, 3));
        Assert.Equal(new(1, 4, 5), Forecast(line, 4));
        Assert.Equal(new(2, 5, 6), Forecast(line, 5));

        // And the other way round: the trial waits for the run before it.
        Assert.Equal(new(2, 1, 5), Forecast([line[5], .. line[..4]], 2));
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
        // Between them it is alone for a while: from the end of the second run's neighbor on, it has the whole thread.
        Assert.Equal(new(2, 20, 32), Forecast(wide, 3));
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
        pace.Reset();
        pace.Mark(TimeSpan.FromSeconds(121), 300);
        Assert.Null(pace.StepsASecond(TimeSpan.FromSeconds(122), 320));
        Assert.Equal(10, pace.StepsASecond(TimeSpan.FromSeconds(123), 320));
        Assert.Null(pace.StepsASecond(TimeSpan.FromSeconds(130), 300));

        static int StepAt(int second) => second <= 110 ? (second - 100) * 10 : 100 + ((second - 110) * 20);
    }

    private static Guid Spiral { get; } = Guid.NewGuid();

    /// <summary>A tenth of a second a step.</summary>
    private static RunInLine Run(int owner, int steps = 100, int places = 1) => new()
    {
        OwnerId = owner,
        IsDemonstration = false,
        MaxConcurrentOfOwner = places,
        Trial = null,
        StepsLeft = steps,
        StepsASecond = null,
        SecondsAStep = 0.1,
    };

    private static RunForecast Forecast(IReadOnlyList<RunInLine> line, int run, int threads = 1) =>
        new TrainingLine(line, threads).Forecast(line[run]);
}
