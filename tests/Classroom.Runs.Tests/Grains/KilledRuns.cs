using System.Text.RegularExpressions;
using Classroom.Runs.Curves;
using Classroom.Runs.DataSets;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Training.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Runs.Tests;

/// <summary>Runs whose process is killed again and again.</summary>
internal sealed partial class KilledRuns(TestDatabases databases, ITestOutputHelper output)
{
    private const int Kills = 5;

    /// <summary>Trains so many runs beside each other; each must end with the curve and weights that it has undisturbed.</summary>
    public async Task KillAndCompareAsync(Provider provider, int runs, int epochs)
    {
        var connection = await databases.CreateForProcessesAsync(provider);
        await using var services = TestDatabases.OpenSchool(TestDatabases.Use(provider, connection));
        var journal = services.GetRequiredService<RunJournal>();
        var (ids, configs) = await QueueAsync(services, runs, epochs);

        // Five moments of the first run, in steps, so that a slow machine has as many as a fast one.
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed of the moments: {seed}");
        var random = new Random(seed);
        var steps = epochs * SmallPictures.StepsPerEpoch;
        var moments = Enumerable.Range(0, Kills).Select(_ => random.Next(steps / 50, steps * 4 / 5)).Order().ToList();
        var resumedAt = new List<int>();
        foreach (var moment in moments)
        {
            var before = (await journal.FindAsync(ids[0], Ct))!.Points;
            await using var killed = ClassroomProcess.Start(provider, connection);
            await UntilAsync(journal, ids[0], killed, run => run.Step >= moment && run.Points > before);
            await killed.KillAsync();
            var reached = (await journal.FindAsync(ids[0], Ct))!;
            Assert.False(reached.State.IsFinished());
            resumedAt.Add(StepsResumedAt(killed, ids[0]));
            output.WriteLine($"Went on from step {resumedAt[^1]}, killed at {reached.Step} of {steps}, token {reached.FencingToken}");
        }

        await using var last = ClassroomProcess.Start(provider, connection);
        foreach (var id in ids)
        {
            await UntilAsync(journal, id, last, run => run.State.IsFinished());
        }

        // From a checkpoint, not from the start: else all this would prove is that training can be repeated.
        Assert.Contains(resumedAt.Append(StepsResumedAt(last, ids[0])), step => step > 0);
        foreach (var (id, config) in ids.Zip(configs))
        {
            var alone = SmallPictures.Alone(config);
            Assert.Equal(RunState.Completed, (await journal.FindAsync(id, Ct))!.State);
            Assert.Equal(
                alone.Curve,
                CurveCodec.Encode([.. (await journal.ReadChunksAsync(id, 0, Ct)).SelectMany(
                    chunk => CurveCodec.Decode(chunk.FirstSequence, chunk.Data))]));
            Assert.Equal(
                alone.Frames,
                (await journal.ReadFramesAsync(id, 0, Ct)).Select(
                    frame => new Classroom.Training.Probes.ProbeFrame(frame.Step, frame.Epoch, frame.Kind, frame.Json)));
            Assert.Equal(alone.Weights, await journal.ReadWeightsAsync(id, Ct));
            Assert.Null(await journal.FindCheckpointAsync(id, int.MaxValue, Ct));
        }
    }

    /// <summary>Runs as the service would store them, each of another student; the first process finds them.</summary>
    private static async Task<(IReadOnlyList<Guid> Ids, IReadOnlyList<TrainingConfig> Configs)> QueueAsync(
        ServiceProvider services, int runs, int epochs)
    {
        var admin = await People.AddAsync(services, Role.Admin);
        using var import = SmallPictures.Import("Bright columns");
        var pictures = (await services.GetRequiredService<DataSetCatalog>()
            .AddAsync(admin, import.DataSet!, cancellationToken: Ct)).Value!.Id.ToString();
        var configs = Enumerable.Range(1, runs)
            .Select(
                seed => SmallPictures.Config(pictures, epochs, seed, dropout: 0.2) with { Keep = seed % 2 == 1 ? KeptWeights.Best : null })
            .ToList();
        var ids = new List<Guid>();
        foreach (var config in configs)
        {
            var created = await services.GetRequiredService<RunCreator>().CreateAsync(
                await People.AddAsync(services, Role.Student),
                new NewRun
                {
                    ConfigJson = config.ToJson(),
                    DataSetId = pictures,
                    Steps = epochs * SmallPictures.StepsPerEpoch,
                    Epochs = epochs
                },
                Ct);
            ids.Add(created.Value!.Id);
        }

        return (ids, configs);
    }

    private static Task UntilAsync(RunJournal journal, Guid id, ClassroomProcess process, Func<Run, bool> condition) =>
        Classroom.Tests.Waiting.UntilAsync(
            "the run gets on",
            async () => (await journal.FindAsync(id, Ct))! is var run && (condition(run)
                || (run.State is RunState.Failed or RunState.Diverged
                    ? throw new InvalidOperationException(string.Join('\n', process.Log))
                    : false)));

    private static int StepsResumedAt(ClassroomProcess process, Guid id) => process.Log
        .Where(line => line.Contains($"{id} goes on from step", StringComparison.Ordinal))
        .Select(line => int.Parse(FromStep().Match(line).Groups[1].ValueSpan))
        .LastOrDefault();

    [GeneratedRegex(@"from step (\d+);")]
    private static partial Regex FromStep();
}
