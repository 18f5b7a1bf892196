using System.Collections.Concurrent;
using Classroom.Runs;
using Classroom.Runs.Cluster;
using Classroom.Runs.DataSets;
using Classroom.School;
using Classroom.School.People;
using Classroom.Training.Export;
using Classroom.Web.Features.Playground;
using Classroom.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Tests;

/// <summary>Networks of finished runs in a cache with room for three.</summary>
public sealed class PredictorsTests(ClassroomHost host) : IAsyncLifetime
{
    private const int Capacity = 3;

    private static readonly float[] Inputs = [0.5f, -0.5f];

    private readonly Predictors predictors = new(host.Get<RunService>(), host.Get<DataSetCatalog>(), host.Get<NodeEngine>(), Capacity);
    private Actor owner;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => owner = new Actor((await SchoolScene.NewAsync(host)).Maria.Person.Id, Role.Student);

    public ValueTask DisposeAsync()
    {
        predictors.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_network_that_makes_room_is_freed_when_its_last_answer_is_given_and_not_before()
    {
        var networks = await TrainAsync(Capacity + 1);
        var expected = await AnswerAsync(networks[0]);
        var asked = new TaskCompletionSource<Predictor>(TaskCreationOptions.RunContinuationsAsynchronously);
        var replaced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answering = networks[0].AskAsync(predictor =>
        {
            asked.SetResult(predictor);
            replaced.Task.Wait(Ct);
            return predictor.Probabilities(Inputs);
        });
        var first = await asked.Task;

        foreach (var later in networks[1..])
        {
            await AnswerAsync(later);
        }

        Assert.Equal(Capacity, predictors.Count);
        replaced.SetResult();
        Assert.Equal(expected, await answering);
        Assert.Throws<InvalidOperationException>(() => first.Probabilities(Inputs));

        Assert.NotSame(first, await networks[0].AskAsync(predictor => predictor));
        Assert.Equal(expected, await AnswerAsync(networks[0]));
    }

    [Fact]
    public async Task The_network_that_was_asked_longest_ago_makes_room()
    {
        var networks = await TrainAsync(Capacity + 1);
        var first = await networks[0].AskAsync(predictor => predictor);
        var second = await networks[1].AskAsync(predictor => predictor);
        await AnswerAsync(networks[2]);
        await AnswerAsync(networks[0]);
        await AnswerAsync(networks[3]);

        Assert.Same(first, await networks[0].AskAsync(predictor => predictor));
        Assert.NotSame(second, await networks[1].AskAsync(predictor => predictor));
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_loads_the_network()
    {
        var network = await OpenAsync(await TrainOneAsync(seed: 1));
        var answered = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => network.AskAsync(predictor => predictor)));

        Assert.NotNull(Assert.Single(answered.Distinct()));
        Assert.Equal(1, predictors.Count);
    }

    [Fact]
    public async Task Many_who_ask_more_networks_than_fit_all_get_the_right_answers()
    {
        var networks = await TrainAsync(2 * Capacity);
        var expected = new List<float[]>();
        foreach (var network in networks)
        {
            expected.Add(await AnswerAsync(network));
        }

        var used = new ConcurrentBag<Predictor>();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            var place = number * 7 % networks.Count;
            Assert.Equal(expected[place], await networks[place].AskAsync(predictor =>
            {
                used.Add(predictor);
                return predictor.Probabilities(Inputs);
            }));
        }));

        Assert.InRange(predictors.Count, 1, Capacity);
        predictors.Dispose();
        Assert.All(used, predictor => Assert.Throws<InvalidOperationException>(() => predictor.Probabilities(Inputs)));
    }

    [Fact]
    public async Task A_network_whose_weights_are_gone_gives_no_answer_and_takes_no_room()
    {
        var run = await TrainOneAsync(seed: 1);
        var network = await OpenAsync(run);
        await using (var db = await host.Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct))
        {
            await db.RunWeights.Where(weights => weights.RunId == run).ExecuteDeleteAsync(Ct);
        }

        Assert.Null(await network.AskAsync(predictor => predictor));
        Assert.Null(await network.AskAsync(predictor => predictor));
        Assert.Equal(0, predictors.Count);
    }

    private static async Task<float[]> AnswerAsync(OpenedPredictor network) =>
        Assert.IsType<float[]>(await network.AskAsync(predictor => predictor.Probabilities(Inputs)));

    private async Task<List<OpenedPredictor>> TrainAsync(int count)
    {
        var networks = new List<OpenedPredictor>();
        for (var seed = 1; seed <= count; seed++)
        {
            networks.Add(await OpenAsync(await TrainOneAsync(seed)));
        }

        return networks;
    }

    private Task<Guid> TrainOneAsync(int seed) => host.TrainAsync(
        owner,
        $$"""
        { "dataset": "xor", "data": { "train": 32, "validation": 32 }, "model": { "kind": "mlp", "hidden": [2] },
          "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 16, "epochs": 1, "seed": {{seed}}, "probes": [] }
        """,
        Ct);

    private async Task<OpenedPredictor> OpenAsync(Guid run) =>
        Assert.IsType<OpenedPredictor>((await predictors.OpenAsync(owner, run, Ct)).Value);
}
