using System.Collections.Concurrent;
using System.Diagnostics;
using Classroom.Runs.Grains;
using Classroom.Runs.Telemetry;
using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.Runs.Tests.Telemetry;

public sealed class RunActivitiesTests(TestDatabases databases) : IDisposable
{
    private const string RunId = "classroom.run.id";
    private const string Points = "classroom.chunk.points";

    private readonly ConcurrentQueue<Activity> ended = new();
    private ActivityListener? listener;

    [Fact]
    public async Task A_run_is_one_trace_of_its_start_and_each_write()
    {
        Listen();
        await using var classroom = await TestClassroom.StartAsync(await databases.CreateAsync(Provider.Sqlite));
        var owner = await classroom.AddAsync(Role.Student);
        var id = await classroom.CreateAsync(owner, SmallPictures.Config(await classroom.AddPicturesAsync(), epochs: 50));
        var run = await classroom.UntilFinishedAsync(id);

        await UntilAsync("all its points are told of", () => Writes().Sum(write => (int)write.GetTagItem(Points)!) == run.Points);
        await UntilAsync("its start is told of", () => Of(id).Count == Writes().Count + 1);

        var start = Assert.Single(Of(id), activity => activity.DisplayName == "start run");
        Assert.All(Writes(), write => Assert.Equal((start.TraceId, start.SpanId), (write.TraceId, write.ParentSpanId)));
        Assert.All(Of(id), activity => Assert.Equal(ActivityStatusCode.Unset, activity.Status));
        Assert.Equal(
            [Points, RunId],
            Of(id).SelectMany(activity => activity.TagObjects).Select(tag => tag.Key).Distinct().Order());

        List<Activity> Writes() => [.. Of(id).Where(activity => activity.DisplayName == "store chunk")];
    }

    [Fact]
    public async Task A_run_that_another_process_goes_on_with_is_recovered()
    {
        Listen();
        var database = await databases.CreateAsync(Provider.Sqlite);
        Actor owner;
        Guid id;
        await using (var first = await TestClassroom.StartAsync(database))
        {
            owner = await first.AddAsync(Role.Student);
            id = await first.CreateAsync(owner, SmallPictures.LongConfig(await first.AddPicturesAsync()));
            await first.UntilAsync(id, "the run trains", run => run.Points > 10);
        }

        await using var second = await TestClassroom.StartAsync(database);
        await UntilAsync("the run is recovered", () => Of(id).Any(activity => activity.DisplayName == "recover run"));
        Assert.Null(await second.Runs.StopAsync(owner, id));
        await second.UntilFinishedAsync(id);

        var recovered = Assert.Single(Of(id), activity => activity.DisplayName == "recover run");
        Assert.NotEqual(Assert.Single(Of(id), activity => activity.DisplayName == "start run").TraceId, recovered.TraceId);
        await UntilAsync(
            "it is stored", () => Of(id).Any(write => write.DisplayName == "store chunk" && write.ParentSpanId == recovered.SpanId));
    }

    [Fact]
    public async Task A_run_whose_data_set_is_damaged_has_a_failed_start_without_the_words_of_the_fault()
    {
        Listen();
        await using var classroom = await TestClassroom.StartAsync(await databases.CreateAsync(Provider.Sqlite));
        var owner = await classroom.AddAsync(Role.Student);
        var created = await classroom.RunCreator.CreateAsync(
            owner,
            new NewRun { Title = "Lost", ConfigJson = SmallPictures.Config("lost", 1).ToJson(), DataSetId = "lost", Steps = 5, Epochs = 1 },
            Ct);
        await classroom.Grains.GetGrain<IRunGrain>(created.Value!.Id).StartAsync();

        var start = Assert.Single(Of(created.Value.Id));
        Assert.Equal((ActivityStatusCode.Error, null), (start.Status, start.StatusDescription));
        Assert.Equal(typeof(InvalidDataException).FullName, start.GetTagItem("error.type"));
    }

    [Fact]
    public void Without_a_listener_nothing_is_made() => Assert.Null(RunActivities.TakeUp(Guid.NewGuid(), 1));

    public void Dispose() => listener?.Dispose();

    private void Listen()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RunActivities.SourceName,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    private IReadOnlyList<Activity> Of(Guid run) => [.. ended.Where(activity => Equals(activity.GetTagItem(RunId), run.ToString()))];
}
