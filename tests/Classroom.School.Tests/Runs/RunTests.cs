using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.School.Tests;

public sealed class RunTests(SchoolTemplates templates)
{
    internal static NewRun Wanted => new()
    {
        Title = "My first network",
        Slug = "overfitting",
        ConfigJson = """{"dataset":"digits"}""",
        DataSetId = "digits",
        Steps = 100,
        Epochs = 5,
    };

    [Theory, BothProviders]
    public async Task A_run_is_visible_to_its_owner_her_teachers_and_admins_only(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classmate = await school.AddAsync(Role.Student);
        await school.AddClassAsync(teacher, student, classmate);
        var run = (await school.RunCreator.CreateAsync(student, Wanted, Ct)).Value!;

        foreach (var (actor, sees) in new[]
        {
            (student, true), (teacher, true), (await school.AddAsync(Role.Admin), true),
            (classmate, false), (await school.AddAsync(Role.Teacher), false), (await school.AddAsync(Role.Student), false),
        })
        {
            Assert.Equal(sees, await school.Runs.FindAsync(actor, run.Id, Ct) is not null);
            Assert.Equal(sees, await school.Runs.MayControlAsync(actor, run.Id, Ct));
            Assert.Equal(sees, (await school.Runs.ListAsync(actor, new RunFilter(), Ct)).Any(found => found.Id == run.Id));
        }
    }

    [Theory, BothProviders]
    public async Task A_teachers_own_run_is_not_for_her_students(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        await school.AddClassAsync(teacher, student);
        var run = (await school.RunCreator.CreateAsync(teacher, Wanted, Ct)).Value!;

        Assert.NotNull(await school.Runs.FindAsync(teacher, run.Id, Ct));
        Assert.Null(await school.Runs.FindAsync(student, run.Id, Ct));
    }

    [Theory, BothProviders]
    public async Task A_run_reads_back_as_it_was_created(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        school.Clock.Now = school.Clock.Now.AddTicks(1234567);

        var created = (await school.RunCreator.CreateAsync(student, Wanted, Ct)).Value!;

        var read = (await school.Runs.FindAsync(student, created.Id, Ct))!;
        Assert.Equivalent(created, read, strict: true);
        Assert.Equal(DateTimeKind.Utc, read.CreatedUtc.Kind);
        Assert.Equal(RunState.Queued, read.State);
    }

    [Theory, BothProviders]
    public async Task Lists_are_filtered_and_newest_first(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var ana = await school.AddAsync(Role.Student, "Ana");
        var bo = await school.AddAsync(Role.Student, "Bo");
        var classA = await school.AddClassAsync(teacher, ana);
        await school.AddClassAsync(teacher, bo);
        async Task<Guid> Create(Actor owner, string? slug)
        {
            school.Clock.Now += TimeSpan.FromSeconds(1);
            return (await school.RunCreator.CreateAsync(owner, Wanted with { Slug = slug }, Ct)).Value!.Id;
        }

        var first = await Create(ana, "overfitting");
        var second = await Create(ana, null);
        var third = await Create(bo, "overfitting");
        var token = await school.Journal.TakeTokenAsync(first, Engines.First, Ct);
        await school.Journal.AppendAsync(first, token!.Value, RunAppendTests.At(RunState.Completed), Ct);

        async Task<IEnumerable<Guid>> List(RunFilter filter) => (await school.Runs.ListAsync(teacher, filter, Ct)).Select(run => run.Id);
        Assert.Equal([third, second, first], await List(new RunFilter()));
        Assert.Equal([second, first], await List(new RunFilter { ClassId = classA }));
        Assert.Equal([third], await List(new RunFilter { OwnerId = bo.UserId }));
        Assert.Equal([third, first], await List(new RunFilter { Slug = "overfitting" }));
        Assert.Equal([third, second], await List(new RunFilter { Unfinished = true }));
        Assert.Equal([first], await List(new RunFilter { Unfinished = false }));
        Assert.Equal([second, first], await List(new RunFilter { BeforeUtc = school.Clock.Now }));
        Assert.Equal([third], await List(new RunFilter { Take = 1 }));
        Assert.Equal("Bo", (await school.Runs.ListAsync(teacher, new RunFilter(), Ct))[0].OwnerName);
    }

    [Theory, BothProviders]
    public async Task After_a_restart_the_unfinished_runs_are_found_oldest_first(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var ids = new List<Guid>();
        foreach (var state in new[]
        {
            RunState.Running,
            RunState.Stopped,
            RunState.Paused,
            RunState.Diverged,
            RunState.Failed,
            RunState.Completed
        })
        {
            school.Clock.Now += TimeSpan.FromSeconds(1);
            ids.Add((await school.RunCreator.CreateAsync(student, Wanted, Ct)).Value!.Id);
            var token = await school.Journal.TakeTokenAsync(ids[^1], Engines.First, Ct);
            Assert.True(await school.Journal.AppendAsync(ids[^1], token!.Value, RunAppendTests.At(state), Ct));
        }

        var unfinished = await school.Journal.ListUnfinishedAsync(Ct);

        Assert.Equal([ids[0], ids[2]], unfinished.Select(run => run.Id));
    }

    [Theory, BothProviders]
    public async Task A_title_that_does_not_fit_is_refused(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);

        var outcome = await school.RunCreator.CreateAsync(student, Wanted with { Title = new string('x', 121) }, Ct);

        Assert.Equal("title", Assert.Single(Assert.IsType<Refusal.Invalid>(outcome.Refusal).Faults).Field);
        Assert.Empty(await school.Runs.ListAsync(student, new RunFilter(), Ct));
    }
}
