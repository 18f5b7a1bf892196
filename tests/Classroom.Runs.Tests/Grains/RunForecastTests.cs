using Classroom.Runs.Execution;
using Classroom.Runs.Grains;
using Classroom.School.People;

namespace Classroom.Runs.Tests;

[Collection(SharedClassroomCollection.Name)]
public sealed class RunForecastTests(SharedClassroom shared)
{
    private TestClassroom Classroom => shared.Classroom;

    [Fact]
    public async Task Who_waits_sees_her_place_and_how_long_it_takes_before_the_run_begins()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var first = await Classroom.CreateAsync(owner, SmallPictures.LongConfig(shared.Pictures));
        var second = await Classroom.CreateAsync(owner, SmallPictures.LongConfig(shared.Pictures, seed: 2));
        var third = await Classroom.CreateAsync(owner, SmallPictures.LongConfig(shared.Pictures, seed: 3));
        await using var watch = (await Classroom.Runs.WatchAsync(owner, second, Ct))!;
        await using var training = (await Classroom.Runs.WatchAsync(owner, first, Ct))!;

        await UntilAsync(
            "both are told", () => Status() is { QueuePlace: 1, ExpectedStart: > 0 } && training.Live.Read(0, 0).Status.ExpectedEnd > 0);
        Assert.True(Status().ExpectedEnd >= Status().ExpectedStart);
        Assert.Null(training.Live.Read(0, 0).Status.QueuePlace);
        var last = await Classroom.Runs.ForecastAsync(third);
        Assert.True(last is { QueuePlace: 2 } && last.ExpectedStart >= Status().ExpectedStart);

        // Whoever pauses leaves the line, and the next one moves up.
        Assert.Null(await Classroom.Runs.PauseAsync(owner, second));
        Assert.Equal(RunForecast.None, await Classroom.Runs.ForecastAsync(second));
        Assert.Equal(1, (await Classroom.Runs.ForecastAsync(third)).QueuePlace);

        Assert.Null(await Classroom.Runs.StopAsync(owner, first));
        Assert.Null((await Classroom.Runs.ForecastAsync(third)).QueuePlace);
        Assert.Equal(RunForecast.None, await Classroom.Runs.ForecastAsync(first));
        Assert.Null(await Classroom.Runs.StopAsync(owner, second));
        Assert.Null(await Classroom.Runs.StopAsync(owner, third));

        RunStatus Status() => watch.Live.Read(0, 0).Status;
    }
}
