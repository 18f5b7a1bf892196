using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Training.Settings;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Tests.Pages;

/// <summary>Runs can be told apart wherever they are listed, and what was read is counted.</summary>
public sealed class SchoolRunListTests(ClassroomHost host)
{
    private static readonly TrainingConfig Config = new()
    {
        Dataset = "digits",
        Model = new CnnConfig { Conv = [5, 6], Dense = [7] },
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.02 },
        BatchSize = 20,
        Epochs = 3,
        Seed = 99,
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_of_runs_says_what_differs_from_one_to_the_next()
    {
        var scene = await SchoolScene.NewAsync(host);
        var maria = new Actor(scene.Maria.Person.Id, Role.Student);
        await AddAsync(maria, Config);
        await AddAsync(maria, Config with { BatchSize = 40 });
        using var student = await scene.SignInAsync(scene.Maria);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        Assert.Contains("Batch size 20 → 40", (await student.OpenAsync("/me")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "Batch size 20 → 40", (await teacher.OpenAsync($"{scene.Address}/students/{maria.UserId}")).Text, StringComparison.Ordinal);
        Assert.Contains("Batch size 20 → 40", (await student.OpenAsync("/lab/compare")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teacher_sees_whose_run_she_has_opened_and_the_owner_needs_no_name()
    {
        var scene = await SchoolScene.NewAsync(host);
        var run = await AddAsync(new(scene.Maria.Person.Id, Role.Student), Config);
        using var student = await scene.SignInAsync(scene.Maria);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        Assert.Contains(
            $"Trained by {scene.Maria.Person.DisplayName}", (await teacher.OpenAsync($"/runs/{run}")).Text, StringComparison.Ordinal);
        Assert.Contains(
            $"({scene.Maria.Person.DisplayName})", (await teacher.OpenAsync($"/lab/compare?runs={run}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Trained by", (await student.OpenAsync($"/runs/{run}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_that_was_read_stays_counted_when_its_quiz_was_taken()
    {
        var scene = await SchoolScene.NewAsync(host);
        var maria = new Actor(scene.Maria.Person.Id, Role.Student);
        await host.Get<ReadingService>().MarkReadAsync(maria, "epoch", Ct);
        await host.Get<ReadingService>().MarkReadAsync(maria, "batch", Ct);
        await using (var db = await host.Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct))
        {
            db.Attempts.Add(new()
            {
                UserId = maria.UserId,
                Slug = "epoch",
                Mode = AttemptMode.Practice,
                Seed = 1,
                StartedUtc = DateTime.UtcNow,
                SubmittedUtc = DateTime.UtcNow,
                Score = 1
            });
            db.Attempts.Add(new()
            {
                UserId = maria.UserId,
                Slug = "overfitting",
                Mode = AttemptMode.Practice,
                Seed = 1,
                StartedUtc = DateTime.UtcNow,
                SubmittedUtc = DateTime.UtcNow,
                Score = 1
            });
            await db.SaveChangesAsync(Ct);
        }

        using var student = await scene.SignInAsync(scene.Maria);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        Assert.Equal(
            ["mastered 0", "practiced 2", "read 2", "to discover 17"],
            (await student.OpenAsync("/me")).Html.QuerySelectorAll(".counts > div")
                .Select(count => $"{count.QuerySelector("dt")!.ReadText()} {count.QuerySelector("dd")!.ReadText()}"));
        Assert.Contains(
            "2 of 20 terms read", (await teacher.OpenAsync($"{scene.Address}/students/{maria.UserId}")).Text, StringComparison.Ordinal);
    }

    private async Task<Guid> AddAsync(Actor owner, TrainingConfig config) => (await host.Get<RunCreator>().CreateAsync(
        owner,
        new NewRun
        {
            Title = "CNN on digits",
            ConfigJson = config.ToJson(),
            DataSetId = config.Dataset,
            Steps = 300,
            Epochs = config.Epochs
        },
        Ct)).Value!.Id;
}
