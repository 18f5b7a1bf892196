using Classroom.School.People;
using Classroom.School.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Classroom.School.Tests;

public sealed class MigrationTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task The_migrations_are_up_to_date_with_the_model(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        await using var db = school.OpenContext();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory, BothProviders]
    public async Task Starting_again_changes_nothing(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        await school.AddClassAsync(teacher);

        await school.Database.MigrateAsync(Ct);

        Assert.Single(await school.Classes.ListAsync(teacher, Ct));
    }

    [Theory, BothProviders]
    public async Task Two_starts_at_once_on_a_new_database_both_succeed(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);

        await AtOnce(2, async () =>
        {
            await school.Database.MigrateAsync(Ct);
            return true;
        });

        Assert.Empty(await PendingAsync(school));
        await school.AddAsync(Role.Student);
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_migration_does_not_stop_the_start()
    {
        await using var school = await templates.OpenUnmigratedAsync(Provider.Sqlite);
        await school.Database.MigrateAsync(Ct);
        await using (var db = school.OpenContext())
        {
            // The row that EF inserts before it migrates, and removes after.
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO \"__EFMigrationsLock\" (\"Id\", \"Timestamp\") VALUES (1, '2026-01-01 00:00:00')", Ct);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        await school.Database.MigrateAsync(patience.Token);

        Assert.Empty(await PendingAsync(school));
        await school.AddAsync(Role.Student);
    }

    [Theory, BothProviders]
    public async Task A_run_from_before_engines_were_written_down_is_unchanged_and_nobody_knows_what_computed_it(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        Actor owner;
        var (id, created) = (Guid.CreateVersion7(), new DateTime(2026, 11, 24, 8, 30, 0, DateTimeKind.Utc));
        await using (var db = await OpenBeforeEnginesAsync(school, provider))
        {
            owner = await school.AddAsync(Role.Student);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Runs" ("Id", "OwnerId", "Title", "ConfigJson", "DataSetId", "State", "Step", "Steps", "Epoch", "Epochs", "Points", "Frames",
                    "FencingToken", "CreatedUtc", "EndedUtc", "TrainingMilliseconds", "Message", "ValLoss")
                VALUES ({id}, {owner.UserId}, 'CNN on digits', {"{}"}, 'digits', 'Completed', 200, 200, 5, 5, 205, 12, 3, {created}, {created.AddMinutes(1)}, 4200, 'It stopped early.', 0.25)
                """,
                Ct);
        }

        await school.Database.MigrateAsync(Ct);

        var run = await school.Runs.FindAsync(owner, id, Ct);
        var expected = new Run
        {
            Id = id,
            OwnerId = owner.UserId,
            Title = "CNN on digits",
            ConfigJson = "{}",
            DataSetId = "digits",
            State = RunState.Completed,
            Step = 200,
            Steps = 200,
            Epoch = 5,
            Epochs = 5,
            Points = 205,
            Frames = 12,
            FencingToken = 3,
            CreatedUtc = created,
            EndedUtc = created.AddMinutes(1),
            TrainingMilliseconds = 4200,
            Message = "It stopped early.",
            ValLoss = 0.25,
        };
        Assert.Equivalent(expected, run, strict: true);
        Assert.Equal((null, null), (run!.Engine, run.Processor));
    }

    [Theory, BothProviders]
    public async Task Data_sets_stay_and_runs_that_had_stopped_early_say_the_epoch_in_which_they_did(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        Actor owner;
        var (early, fresh, leaves, created) =
            (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), new DateTime(2026, 11, 24, 8, 30, 0, DateTimeKind.Utc));
        await using (var db = await OpenBeforeEnginesAsync(school, provider))
        {
            owner = await school.AddAsync(Role.Teacher);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "DataSets" ("Id", "Title", "Kind", "Examples", "ShapeJson", "ClassesJson", "OwnerId", "CreatedUtc", "Bytes")
                VALUES ({leaves}, 'Leaves', 'Vector', 60, '[2]', {"[\"maple\",\"oak\"]"}, {owner.UserId}, {created}, 640)
                """,
                Ct);
            foreach (var (id, state, step, epoch) in new[] { (early, "Completed", 60, 7), (fresh, "Paused", 60, 7) })
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Runs" ("Id", "OwnerId", "Title", "ConfigJson", "DataSetId", "State", "Step", "Steps", "Epoch", "Epochs", "Points", "Frames", "FencingToken", "CreatedUtc", "TrainingMilliseconds")
                    VALUES ({id}, {owner.UserId}, 'Leaves', {"{}"}, {leaves.ToString()}, {state}, {step}, 500, {epoch}, 50, 60, 0, 1, {created}, 4200)
                    """,
                    Ct);
            }
        }

        await school.Database.MigrateAsync(Ct);

        Assert.Equal("Leaves", Assert.Single(await school.DataSetReader.ListAsync(owner, Ct)).Title);
        var run = await school.Runs.FindAsync(owner, early, Ct);
        Assert.Equal((6, null, null), (run!.Epoch, run.WeightsStep, run.TrainExamples));
        Assert.Equal(7, (await school.Runs.FindAsync(owner, fresh, Ct))!.Epoch);
    }

    [Theory, BothProviders]
    public async Task No_column_is_for_what_the_school_should_not_collect(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        await using var db = school.OpenContext();
        var columns = db.Model.FindEntityType(typeof(User))!.GetProperties().Select(property => property.Name).ToList();
        Assert.Contains("UserName", columns);
        Assert.DoesNotContain(
            columns, name => name.Contains("Email", StringComparison.Ordinal) || name.Contains("Phone", StringComparison.Ordinal));
    }

    private static async Task<IEnumerable<string>> PendingAsync(TestSchool school)
    {
        await using var db = school.OpenContext();
        return await db.Database.GetPendingMigrationsAsync(Ct);
    }

    /// <summary>A school as it was last released before runs wrote down what computed them.</summary>
    private static async Task<ClassroomDbContext> OpenBeforeEnginesAsync(TestSchool school, Provider provider)
    {
        var db = school.OpenContext();
        if (provider == Provider.Sqlite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(db.Database.GetDbConnection().DataSource)!);
        }

        await db.GetService<IMigrator>().MigrateAsync("Experiments", Ct);
        return db;
    }
}
