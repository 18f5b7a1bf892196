using System.Security.Cryptography;
using Classroom.Runs.Grains;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Training.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Runs.Tests;

[Trait("Category", "Long")]
public sealed class CheckpointTests(TestDatabases databases)
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task A_damaged_checkpoint_is_noticed_and_the_one_before_it_is_used()
    {
        var database = await databases.CreateAsync(Provider.Sqlite);
        var damages = new Func<RunCheckpoint, RunCheckpoint>[]
        {
            saved => With(saved, data: Flipped(saved.Data)),
            saved => With(saved, hash: Flipped(saved.Hash)),
            saved => With(saved, data: saved.Data[..(saved.Data.Length / 2)]),

            // Its hash is right, but it is no checkpoint of this run.
            saved => With(saved, data: [1, 2, 3], hash: SHA256.HashData([1, 2, 3])),
        };
        var runs = new List<(Guid Id, Actor Owner, TrainingConfig Config, int Newest, int Before)>();
        await using (var first = await TestClassroom.StartAsync(database, checkpointEvery: Often))
        {
            var pictures = await first.AddPicturesAsync();
            for (var i = 0; i <= damages.Length; i++)
            {
                var config = SmallPictures.LongConfig(pictures, seed: i);
                var owner = await first.AddAsync(Role.Student);
                runs.Add((await first.CreateAsync(owner, config), owner, config, 0, 0));
            }

            foreach (var run in runs)
            {
                await UntilAsync("there are two checkpoints", async () => (await CheckpointsAsync(first.Services, run.Id)).Count == 2);
            }
        }

        await using (var school = TestDatabases.OpenSchool(database))
        {
            for (var i = 0; i < runs.Count; i++)
            {
                var saved = await CheckpointsAsync(school, runs[i].Id);
                runs[i] = runs[i] with { Newest = saved[1].Step, Before = saved[0].Step };
                await StoreAsync(
                    school, i < damages.Length ? [damages[i](saved[1])] : [.. saved.Select(both => With(both, data: Flipped(both.Data)))]);
            }
        }

        await using var second = await TestClassroom.StartAsync(database, checkpointEvery: Often);
        await second.Get<RunRecovery>().TakeUpAsync(Ct);
        foreach (var (id, owner, config, newest, before) in runs)
        {
            var usable = id == runs[^1].Id ? 0 : before;
            Assert.Contains(
                second.Log, line => line.Contains($"{id}: the checkpoint at step {newest} is damaged", StringComparison.Ordinal));
            Assert.Contains(second.Log, line => line.Contains($"{id} goes on from step {usable};", StringComparison.Ordinal));
            var stored = await second.FindAsync(id);
            await second.UntilAsync(id, "it goes on", run => run.Points > stored.Points + 20);
            await second.AssertStoppedCurveAsync(owner, id, config);

            // The damaged one is not kept beside the new one.
            Assert.Empty(await CheckpointsAsync(second.Services, id));
        }
    }

    private static RunCheckpoint With(RunCheckpoint saved, byte[]? data = null, byte[]? hash = null) =>
        new() { RunId = saved.RunId, Step = saved.Step, Hash = hash ?? saved.Hash, Data = data ?? saved.Data };

    private static byte[] Flipped(byte[] bytes)
    {
        byte[] flipped = [.. bytes];
        flipped[flipped.Length / 2] ^= 4;
        return flipped;
    }

    private static async Task<IReadOnlyList<RunCheckpoint>> CheckpointsAsync(IServiceProvider school, Guid id)
    {
        await using var db = await school.GetRequiredService<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct);
        return await db.RunCheckpoints.AsNoTracking().Where(saved => saved.RunId == id).OrderBy(saved => saved.Step).ToListAsync(Ct);
    }

    private static async Task StoreAsync(IServiceProvider school, IReadOnlyList<RunCheckpoint> checkpoints)
    {
        await using var db = await school.GetRequiredService<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct);
        db.RunCheckpoints.UpdateRange(checkpoints);
        await db.SaveChangesAsync(Ct);
    }
}
