using Classroom.School.Assignments;
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

    /// <summary>Before, a graded attempt counted for every assignment of its term, in every class of the student.</summary>
    [Theory, BothProviders]
    public async Task Assignments_keep_the_scores_that_students_had_before_attempts_belonged_to_them(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        Actor teacher, maria, noah;
        var handedIn = new DateTime(2026, 11, 24, 8, 30, 0, DateTimeKind.Utc);
        await using (var db = await OpenAtAsync(school, provider, "DataSetChanges"))
        {
            (teacher, maria, noah) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student),
                await school.AddAsync(Role.Student));
            foreach (var (id, name) in new[] { (1, "7a"), (2, "7b") })
            {
                await db.Database.ExecuteSqlAsync(
                    $"""INSERT INTO "Classes" ("Id", "Name", "JoinCode", "CreatedUtc", "Version") VALUES ({id}, {name}, {name}, {handedIn}, 0)""", Ct);
                await db.Database.ExecuteSqlAsync(
                    $"""INSERT INTO "ClassTeachers" ("ClassId", "UserId") VALUES ({id}, {teacher.UserId})""", Ct);
                await db.Database.ExecuteSqlAsync(
                    $"""INSERT INTO "Enrolments" ("ClassId", "UserId", "JoinedUtc") VALUES ({id}, {maria.UserId}, {handedIn})""", Ct);
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Assignments" ("Id", "ClassId", "Slug", "Kind", "Counts", "DueUtc", "CreatedUtc")
                    VALUES ({id}, {id}, {school.Term.Slug}, 'Lesson', {(id == 1 ? "Best" : "Last")}, {handedIn.AddDays(3 - id)}, {handedIn})
                    """,
                    Ct);
            }

            // Noah has no class; Maria's second attempt is worse, her third is a practice, and her fourth is still open.
            foreach (var (id, userId, mode, score) in new (int, int, string, double?)[]
            {
                (11, maria.UserId, "Graded", 0.75), (12, maria.UserId, "Graded", 0.25), (13, maria.UserId, "Practice", 1),
                (14, maria.UserId, "Graded", null), (15, noah.UserId, "Graded", 0.5),
            })
            {
                DateTime? submitted = score is null ? null : handedIn.AddMinutes(id);
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Attempts" ("Id", "UserId", "Slug", "Mode", "Seed", "StartedUtc", "Place", "SubmittedUtc", "Score")
                    VALUES ({id}, {userId}, {school.Term.Slug}, {mode}, 7, {handedIn}, 0, {submitted}, {score})
                    """,
                    Ct);
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "AttemptAnswers" ("AttemptId", "QuestionId", "Place", "ResponseJson", "Score", "IsChecked", "IsShown")
                    VALUES ({id}, 'first', 0, {"{}"}, {score}, FALSE, FALSE)
                    """,
                    Ct);
            }
        }

        await school.Database.MigrateAsync(Ct);

        Assert.Equal([("7b", 0.25), ("7a", 0.75)], (await school.Progress.AssignedAsync(maria, Ct)).Select(due => (due.ClassName, due.Score!.Value)));
        foreach (var (classId, score) in new[] { (1, 0.75), (2, 0.25) })
        {
            var row = Assert.Single((await school.Progress.ClassProgressAsync(teacher, classId, Ct))!.Students);
            Assert.Equal((score, false, 2), (row.Cells[0].Score!.Value, row.Cells[0].IsLate, row.Cells[0].Work.Attempts));
        }

        Assert.All(
            (await school.Assignments.ListForClassAsync(teacher, 1, Ct))!,
            assignment => Assert.Equal((100, null, false), (assignment.Points, assignment.AttemptsAllowed, assignment.IsDraft)));
        await using var after = school.OpenContext();
        var attempts = await after.Attempts.Include(attempt => attempt.Answers).ToListAsync(Ct);
        Assert.Equal(
            [(null, 0.5), (null, 1.0), (1, 0.25), (1, 0.75), (2, null), (2, 0.25), (2, 0.75)],
            attempts.Select(attempt => (attempt.AssignmentId, attempt.Score)).Order());
        Assert.All(attempts, attempt => Assert.Equal(("first", attempt.Score), (attempt.Answers[0].QuestionId, attempt.Answers[0].Score)));
        Assert.Equal(0.5, await school.BestScoreAsync(noah));
    }

    /// <summary>Before, a student saw her score at once and the right answers once it was due, and what was open ended with its assignment.</summary>
    [Theory, BothProviders]
    public async Task Assignments_stay_what_they_were_before_marks_could_be_held_and_time_be_limited(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        Actor teacher, student;
        var due = new DateTime(2026, 11, 26, 23, 59, 59, DateTimeKind.Utc);
        await using (var db = await OpenAtAsync(school, provider, "AssignmentWork"))
        {
            (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Classes" ("Id", "Name", "JoinCode", "CreatedUtc", "Version") VALUES (1, '7a', '7a', {due}, 0)""", Ct);
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "ClassTeachers" ("ClassId", "UserId") VALUES (1, {teacher.UserId})""", Ct);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Enrolments" ("ClassId", "UserId", "JoinedUtc") VALUES (1, {student.UserId}, {due})""", Ct);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Assignments" ("Id", "ClassId", "Slug", "Kind", "Counts", "DueUtc", "ClosesUtc", "CreatedUtc", "Points", "IsDraft", "Version")
                VALUES (1, 1, {school.Term.Slug}, 'Quiz', 'Best', {due}, {due.AddDays(1)}, {due}, 20, FALSE, 3)
                """,
                Ct);
            foreach (var (id, submitted) in new (int, DateTime?)[] { (1, due.AddDays(-1)), (2, null) })
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Attempts" ("Id", "UserId", "Slug", "Mode", "AssignmentId", "Seed", "StartedUtc", "Place", "SubmittedUtc", "Score")
                    VALUES ({id}, {student.UserId}, {school.Term.Slug}, 'Graded', 1, 7, {due.AddDays(-2)}, 0, {submitted}, {(submitted is null ? null : 0.5)})
                    """,
                    Ct);
            }
        }

        await school.Database.MigrateAsync(Ct);

        school.Clock.Now = due.AddHours(-1);
        var assigned = Assert.Single((await school.Assignments.ListForClassAsync(teacher, 1, Ct))!);
        Assert.Equal(
            (Release.AtOnce, Release.AfterDue, null, null, false),
            (assigned.ScoresFrom, assigned.AnswersFrom, assigned.Minutes, assigned.PostedUtc, assigned.IsForSome));
        var handedIn = (await school.AttemptReader.GetAsync(student, 1, Ct))!;
        Assert.Equal((0.5, due, null), (handedIn.Score, handedIn.Answers!.UntilUtc, handedIn.EndsUtc));
        Assert.Equal(due.AddDays(1), (await school.AttemptReader.GetAsync(student, 2, Ct))!.EndsUtc);
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
    private static Task<ClassroomDbContext> OpenBeforeEnginesAsync(TestSchool school, Provider provider) =>
        OpenAtAsync(school, provider, "Experiments");

    internal static async Task<ClassroomDbContext> OpenAtAsync(TestSchool school, Provider provider, string migration)
    {
        var db = school.OpenContext();
        if (provider == Provider.Sqlite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(db.Database.GetDbConnection().DataSource)!);
        }

        await db.GetService<IMigrator>().MigrateAsync(migration, Ct);
        return db;
    }
}
