using System.Text.Json;
using Classroom.Runs.Grains;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Training.Networks;
using Classroom.Training.Settings;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Runs.Tests;

[Collection(SharedClassroomCollection.Name)]
public sealed class WeightsTests(SharedClassroom shared)
{
    private TestClassroom Classroom => shared.Classroom;

    [Fact]
    public async Task The_weights_of_a_finished_run_are_read_by_those_who_may_see_it_and_trained_on_from()
    {
        var (owner, teacher, stranger) =
            (await Classroom.AddAsync(Role.Student), await Classroom.AddAsync(Role.Teacher), await Classroom.AddAsync(Role.Student));
        var classes = Classroom.Get<ClassService>();
        var admin = await Classroom.AddAsync(Role.Admin);
        var classId = (await classes.CreateAsync(admin, "8a", [teacher.UserId], Ct)).Value!.Id;
        Assert.Null(await Classroom.Get<RosterService>().EnrolAsync(admin, classId, owner.UserId, Ct));
        var config = SmallPictures.Config(shared.Pictures, epochs: 5);
        var first = await Classroom.CreateAsync(owner, config);
        await Classroom.UntilFinishedAsync(first);
        var alone = SmallPictures.Alone(config);

        Assert.Equal(alone.Weights, await Classroom.Runs.ReadWeightsAsync(owner, first, Ct));
        Assert.Equal(alone.Weights, await Classroom.Runs.ReadWeightsAsync(teacher, first, Ct));
        Assert.Null(await Classroom.Runs.ReadWeightsAsync(stranger, first, Ct));

        var tuning = config with { From = $"{first}".ToUpperInvariant(), Freeze = 1, Seed = 2 };
        Assert.Equal("from", Assert.Single(Assert.IsType<Refusal.Invalid>((await TryCreateAsync(stranger, tuning)).Refusal).Faults).Field);
        var tuned = await Classroom.CreateAsync(teacher, tuning);
        Assert.Equal(RunState.Completed, (await Classroom.UntilFinishedAsync(tuned)).State);
        Assert.Equal(SmallPictures.Alone(tuning, alone.Weights).Curve, await Classroom.CurveBytesAsync(tuned));
    }

    [Fact]
    public async Task A_stopped_run_has_weights_a_diverged_one_and_one_that_trains_have_none()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var diverged = await Classroom.CreateAsync(owner, SmallPictures.DivergingConfig(shared.Pictures));
        await Classroom.UntilFinishedAsync(diverged);
        var stopped = await Classroom.CreateAsync(owner, SmallPictures.LongConfig(shared.Pictures));
        await Classroom.UntilAsync(stopped, "it trains", run => run.Step > 5);
        Assert.Null(await Classroom.Runs.ReadWeightsAsync(owner, stopped, Ct));
        Assert.Null(await Classroom.Runs.StopAsync(owner, stopped));

        Assert.NotEmpty(NetworkWeights.FromSafetensors(await Classroom.Runs.ReadWeightsAsync(owner, stopped, Ct)).Tensors);
        Assert.Null(await Classroom.Runs.ReadWeightsAsync(owner, diverged, Ct));
        var fromNothing = SmallPictures.Config(shared.Pictures, epochs: 1);
        foreach (var wrong in new[] { $"{diverged}", $"{Guid.NewGuid()}", "my last run" })
        {
            var refusal = (await TryCreateAsync(owner, fromNothing with { From = wrong })).Refusal;
            Assert.Equal("from", Assert.Single(Assert.IsType<Refusal.Invalid>(refusal).Faults).Field);
        }

        var halfACharacter = JsonSerializer.Deserialize<JsonElement>(fromNothing.ToJson()[..^1] + """, "from": "\ud800" }""");
        Assert.IsType<Refusal.Invalid>((await Classroom.Runs.CreateAsync(owner, halfACharacter, cancellationToken: Ct)).Refusal);
    }

    [Fact]
    public async Task A_run_whose_start_has_gone_meanwhile_fails_with_advice()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var config = SmallPictures.Config(shared.Pictures, epochs: 2);
        var source = await Classroom.CreateAsync(owner, config);
        await Classroom.UntilFinishedAsync(source);
        await using (var db = Classroom.OpenContext())
        {
            await db.RunWeights.Where(weights => weights.RunId == source).ExecuteDeleteAsync(Ct);
        }

        var created = await Classroom.RunCreator.CreateAsync(
            owner,
            new NewRun { ConfigJson = (config with { From = $"{source}" }).ToJson(), DataSetId = shared.Pictures, Steps = 10, Epochs = 2 },
            Ct);
        await Classroom.Grains.GetGrain<IRunGrain>(created.Value!.Id).StartAsync();

        var run = await Classroom.FindAsync(created.Value.Id);
        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("no longer kept", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_stops_early_is_complete_says_why_and_in_which_epoch_and_keeps_its_best_weights()
    {
        // So large a rate that the loss jumps up and down.
        var config = SmallPictures.Config(shared.Pictures, epochs: 50) with
        {
            Patience = 2,
            Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 5, Momentum = 0.9 },
        };
        var id = await Classroom.CreateAsync(await Classroom.AddAsync(Role.Student), config);

        var run = await Classroom.UntilFinishedAsync(id);

        Assert.Equal(RunState.Completed, run.State);
        Assert.InRange(run.Epoch, 3, 49);
        Assert.Contains("stopped early", run.Message, StringComparison.Ordinal);
        Assert.Contains("2 epochs", run.Message, StringComparison.Ordinal);
        Assert.Equal((run.Step / SmallPictures.StepsPerEpoch, 50), (run.Epoch, run.Epochs));
        Assert.Contains($"after epoch {run.Epoch} of 50", run.Message, StringComparison.Ordinal);
        var best = (await Classroom.CurveAsync(id)).Where(point => point.ValLoss is not null).MinBy(point => point.ValLoss);
        Assert.Equal(best.Step, run.WeightsStep);
        Assert.Equal(best.Epoch + 2, run.Epoch);
        Assert.Equal(
            SmallPictures.Alone(config with { Keep = KeptWeights.Best }).Weights, await Classroom.Journal.ReadWeightsAsync(id, Ct));
    }

    [Fact]
    public async Task A_run_that_is_stopped_keeps_its_best_weights_where_it_was_to_and_is_in_the_epoch_of_its_last_step()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var config = SmallPictures.LongConfig(shared.Pictures) with { Keep = KeptWeights.Best };
        var id = await Classroom.CreateAsync(owner, config);
        await Classroom.UntilAsync(id, "some epochs are validated", run => run.Epoch > 5);
        Assert.Null(await Classroom.Runs.StopAsync(owner, id));

        var run = await Classroom.FindAsync(id);
        var curve = await Classroom.CurveAsync(id);
        Assert.Equal((RunState.Stopped, null), (run.State, run.Message));
        Assert.Equal((int)Math.Ceiling(curve[^1].Epoch - 1e-9), run.Epoch);
        Assert.Equal(curve.Where(point => point.ValLoss is not null).MinBy(point => point.ValLoss).Step, run.WeightsStep);
        Assert.Equal(SmallPictures.Alone(config, points: run.Points).Weights, await Classroom.Journal.ReadWeightsAsync(id, Ct));
    }

    [Fact]
    public async Task A_run_that_ends_in_its_first_epoch_says_so()
    {
        var owner = await Classroom.AddAsync(Role.Student);
        var stopped = await Classroom.CreateAsync(owner, SmallPictures.LongConfig(shared.Pictures));
        Assert.Null(await Classroom.Runs.StopAsync(owner, stopped));
        var run = await Classroom.FindAsync(stopped);
        var validated = (await Classroom.CurveAsync(stopped)).Any(point => point.ValLoss is not null);
        Assert.Equal(!validated, run.Message?.Contains("first epoch", StringComparison.Ordinal) == true);
        Assert.Equal((run.Step + 19) / 20, run.Epoch);

        var diverged = await Classroom.CreateAsync(owner, SmallPictures.DivergingConfig(shared.Pictures) with { BatchSize = 1 });
        run = await Classroom.UntilFinishedAsync(diverged);
        Assert.Equal((RunState.Diverged, 1), (run.State, run.Epoch));
        Assert.Contains("in the first epoch", run.Message, StringComparison.Ordinal);
    }

    private Task<Outcome<Run>> TryCreateAsync(Actor owner, TrainingConfig config) =>
        Classroom.Runs.CreateAsync(owner, JsonSerializer.Deserialize<JsonElement>(config.ToJson()), cancellationToken: Ct);
}
