using System.Text.Json;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.School.Trials;

namespace Classroom.Runs.Tests;

[Collection(SharedClassroomCollection.Name)]
public sealed class RunServiceTests(SharedClassroom shared)
{
    private TestClassroom Classroom => shared.Classroom;

    [Fact]
    public async Task Every_wrong_field_of_a_config_is_named_and_nothing_is_stored()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var config = JsonSerializer.SerializeToElement(new
        {
            dataset = "cats",
            model = new { kind = "cnn", conv = new[] { 4 }, kernel = 4 },
            optimizer = new { kind = "adam", learningRate = -1 },
            batchSize = 8,
            epochs = 1,
        });

        var refusal = Assert.IsType<Refusal.Invalid>((await Classroom.Runs.CreateAsync(owner, config, cancellationToken: Ct)).Refusal);

        Assert.Equal(["dataset", "model.kernel", "optimizer.learningRate"], refusal.Faults.Select(fault => fault.Field).Order());
        Assert.Empty(await Classroom.RunReader.ListAsync(owner, new RunFilter { OwnerId = owner.UserId }, Ct));
    }

    [Fact]
    public async Task Nobody_trains_on_a_data_set_that_is_not_hers_to_see()
    {
        var teacher = await Classroom.AddAsync(Role.Teacher);
        using var import = SmallPictures.Import("Private");
        var added = await Classroom.DataSets.AddAsync(teacher, import.DataSet!, cancellationToken: Ct);
        var config = JsonSerializer.Deserialize<JsonElement>(SmallPictures.Config(added.Value!.Id.ToString(), epochs: 1).ToJson());

        var stranger = await Classroom.Runs.CreateAsync(await Classroom.AddAsync(Role.Student), config, cancellationToken: Ct);
        var own = await Classroom.Runs.CreateAsync(teacher, config, cancellationToken: Ct);

        Assert.Equal("dataset", Assert.Single(Assert.IsType<Refusal.Invalid>(stranger.Refusal).Faults).Field);
        Assert.True(own.Succeeded);
        Assert.Equal(RunState.Completed, (await Classroom.UntilFinishedAsync(own.Value.Id)).State);
    }

    [Fact]
    public async Task The_runs_of_a_trial_train_side_by_side_and_others_wait()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var trial = new ExperimentTrial
        {
            Id = Guid.CreateVersion7(),
            UserId = owner.UserId,
            Slug = "overfitting",
            Prediction = "Both",
            CreatedUtc = DateTime.UtcNow
        };
        await using (var db = Classroom.OpenContext())
        {
            db.Add(trial);
            await db.SaveChangesAsync(Ct);
        }

        async Task<Run> CreateAsync(TrialPlace? place)
        {
            var config = JsonSerializer.Deserialize<JsonElement>(SmallPictures.LongConfig(shared.Pictures).ToJson());
            return (await Classroom.Runs.CreateAsync(owner, config, trial: place, cancellationToken: Ct)).Value!;
        }

        Run[] together = [
            await CreateAsync(new(trial.Id, "A")),
            await CreateAsync(new(trial.Id, "B")),
            await CreateAsync(new(trial.Id, "C")),
            await CreateAsync(new(trial.Id, "D"))
        ];
        Run[] waiting = [await CreateAsync(new(trial.Id, "E"))];
        foreach (var run in together)
        {
            await Classroom.UntilAsync(run.Id, "it trains beside the others", stored => stored is { State: RunState.Running, Step: > 0 });
        }

        Assert.Equal(RunState.Queued, (await Classroom.FindAsync(waiting[0].Id)).State);
        Assert.Equal(1, (await Classroom.Runs.ForecastAsync(waiting[0].Id)).QueuePlace);
        Assert.All(together, run => Assert.Equal((trial.Id, "overfitting"), (run.TrialId, run.Slug)));
        Assert.Equal(["A", "B", "C", "D"], together.Select(run => run.TrialRun));
        foreach (var run in together.Concat(waiting))
        {
            Assert.Null(await Classroom.Runs.StopAsync(owner, run.Id));
        }
    }

    [Fact]
    public async Task A_fifth_unfinished_run_is_refused_and_a_stopped_one_makes_room()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var config = JsonSerializer.Deserialize<JsonElement>(SmallPictures.LongConfig(shared.Pictures).ToJson());
        var made = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            made.Add((await Classroom.Runs.CreateAsync(owner, config, cancellationToken: Ct)).Value!.Id);
        }

        var refusal = Assert.IsType<Refusal.QuotaExceeded>(
            (await Classroom.Runs.CreateAsync(owner, config, cancellationToken: Ct)).Refusal);
        Assert.True(refusal.RetryAfter > TimeSpan.Zero);
        Assert.Equal(4, (await Classroom.RunReader.ListAsync(owner, new RunFilter { OwnerId = owner.UserId }, Ct)).Count);

        Assert.Null(await Classroom.Runs.StopAsync(owner, made[0]));
        made.Add((await Classroom.Runs.CreateAsync(owner, config, cancellationToken: Ct)).Value!.Id);
        foreach (var id in made.Skip(1))
        {
            Assert.Null(await Classroom.Runs.StopAsync(owner, id));
        }
    }

    [Fact]
    public async Task A_run_is_seen_and_controlled_by_its_owner_her_teacher_and_admins_and_by_nobody_else()
    {
        var (owner, teacher, admin) =
            (await Classroom.AddAsync(Role.Student), await Classroom.AddAsync(Role.Teacher), await Classroom.AddAsync(Role.Admin));
        var classes = Classroom.Get<ClassService>();
        var classId = (await classes.CreateAsync(admin, "7b", [teacher.UserId], Ct)).Value!.Id;
        Assert.Null(await Classroom.Get<RosterService>().EnrolAsync(admin, classId, owner.UserId, Ct));
        var id = await Classroom.CreateAsync(owner, SmallPictures.LongConfig(shared.Pictures));

        foreach (var stranger in new[] { await Classroom.AddAsync(Role.Student), await Classroom.AddAsync(Role.Teacher) })
        {
            Assert.Null(await Classroom.Runs.FindAsync(stranger, id, Ct));
            Assert.Null(await Classroom.Runs.WatchAsync(stranger, id, Ct));
            Assert.IsType<Refusal.NotFound>(await Classroom.Runs.PauseAsync(stranger, id));
            Assert.IsType<Refusal.NotFound>(await Classroom.Runs.ResumeAsync(stranger, id));
            Assert.IsType<Refusal.NotFound>(await Classroom.Runs.StopAsync(stranger, id));
        }

        foreach (var entitled in new[] { owner, teacher, admin })
        {
            Assert.Equal(id, (await Classroom.Runs.FindAsync(entitled, id, Ct))?.Id);
            await using var watch = await Classroom.Runs.WatchAsync(entitled, id, Ct);
            Assert.NotNull(watch);
        }

        Assert.Null(await Classroom.Runs.PauseAsync(teacher, id));
        Assert.Null(await Classroom.Runs.ResumeAsync(admin, id));
        Assert.Null(await Classroom.Runs.StopAsync(teacher, id));
    }

    [Fact]
    public async Task A_run_that_does_not_exist_is_not_found()
    {
        var admin = await Classroom.AddAsync(Role.Admin);

        Assert.Null(await Classroom.Runs.FindAsync(admin, Guid.NewGuid(), Ct));
        Assert.Null(await Classroom.Runs.WatchAsync(admin, Guid.NewGuid(), Ct));
        Assert.IsType<Refusal.NotFound>(await Classroom.Runs.StopAsync(admin, Guid.NewGuid()));
    }

    [Fact]
    public async Task An_uploaded_data_set_is_listed_with_the_split_that_it_is_trained_with()
    {
        var listed = (await Classroom.DataSets.ListAsync(await Classroom.AddAsync(Role.Student), Ct)).Single(
            info => info.Id == shared.Pictures);
        var loaded = await Classroom.DataSets.LoadAsync(shared.Pictures, Ct);

        Assert.Equal((loaded.Train, loaded.Validation, loaded.Kind), (listed.Train, listed.Validation, listed.Kind));
        Assert.Equal(loaded.Shape, listed.Shape);
        Assert.Equal(loaded.Classes, listed.Classes);
        Assert.Equal((40, 10), (loaded.Train, loaded.Validation));
    }

    [Fact]
    public async Task A_whole_class_that_starts_at_once_loads_the_data_set_once()
    {
        var pictures = await Classroom.AddPicturesAsync("Columns for a class");

        var loads = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => Classroom.DataSets.LoadAsync(pictures, Ct))));

        Assert.All(loads, data => Assert.Same(loads[0], data));
    }
}
