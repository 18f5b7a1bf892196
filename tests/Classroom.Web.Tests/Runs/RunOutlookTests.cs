using Classroom.Runs.Cluster;
using Classroom.Runs.Grains;
using Classroom.School.Runs;
using Classroom.Web.Features.Settings;

namespace Classroom.Web.Tests;

public sealed class RunOutlookTests
{
    [Theory]
    [InlineData(RunState.Running, null, null, 42, "about 42 s left")]
    [InlineData(RunState.Running, null, null, 0, "about 1 s left")]
    [InlineData(RunState.Running, null, null, null, null)]
    [InlineData(RunState.Queued, null, null, null, "starts in a moment")]
    [InlineData(RunState.Queued, 1, 100, 300, "next in line, starts in about 2 min, done in about 5 min")]
    [InlineData(
        RunState.Queued, 1, null, null, "next in line, starts when the run before it is done, you see how long it takes once it starts")]
    [InlineData(
        RunState.Queued, 3, null, null,
        "number 3 in line, starts when the 3 runs before it are done, you see how long it takes once it starts")]
    [InlineData(RunState.Paused, null, null, 10, null)]
    [InlineData(RunState.Completed, null, null, null, null)]
    public void Who_waits_or_trains_reads_what_to_expect(RunState state, int? place, int? start, int? end, string? words) =>
        Assert.Equal(words, RunDescription.Outlook(new RunStatus
        {
            State = state,
            Step = 1,
            Steps = 10,
            Epoch = 1,
            Epochs = 2,
            TrainingMilliseconds = 1,
            QueuePlace = place,
            ExpectedStart = start,
            ExpectedEnd = end,
        }));

    [Theory]
    [InlineData(RunState.Stopped, 1234, "Stopped early, at step 1,234 of 5,000. Its numbers are those up to there.")]
    [InlineData(RunState.Stopped, 0, "Stopped before its first step, so there is nothing to measure.")]
    [InlineData(RunState.Completed, 5000, null)]
    [InlineData(RunState.Running, 1234, null)]
    public void A_run_that_was_stopped_says_what_its_numbers_are_worth(RunState state, int step, string? words) =>
        Assert.Equal(words, RunDescription.StoppedEarly(
            new RunStatus { State = state, Step = step, Steps = 5000, Epoch = 1, Epochs = 2, TrainingMilliseconds = 1 }));

    [Fact]
    public void Who_is_told_what_keeps_her_run_is_not_told_that_it_starts_in_a_moment() =>
        Assert.Null(RunDescription.Outlook(new RunStatus
        {
            State = RunState.Queued,
            Step = 0,
            Steps = 10,
            Epoch = 0,
            Epochs = 2,
            TrainingMilliseconds = 0,
            Message = Trainers.NonePresent,
        }));
}
