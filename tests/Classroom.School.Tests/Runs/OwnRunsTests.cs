using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.School.Tests;

/// <summary>The list of one's own runs in the lab.</summary>
public sealed class OwnRunsTests(SchoolTemplates templates)
{
    private static NewRun Wanted(string title, string dataSet = "digits", string? slug = null, int epochs = 5) =>
        RunTests.Wanted with
        {
            Title = title,
            DataSetId = dataSet,
            Slug = slug,
            Epochs = epochs,
            ConfigJson = $$"""{"dataset":"{{title}}"}"""
        };

    [Theory, BothProviders]
    public async Task Only_ones_own_runs_are_listed_whoever_asks(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        await school.AddClassAsync(teacher, student);
        await AddAsync(school, student, Wanted("Hers"));
        await AddAsync(school, teacher, Wanted("The teacher's", "spiral"));

        foreach (var (actor, title, dataSet) in new[] { (student, "Hers", "digits"), (teacher, "The teacher's", "spiral") })
        {
            var list = await school.Runs.SearchMineAsync(actor, new(), Ct);
            Assert.Equal((1, title), (list.Total, Assert.Single(list.Runs).Run.Title));
            Assert.Equal([dataSet], await school.Runs.ListMyDataSetsAsync(actor, Ct));
        }

        Assert.Equal(0, (await school.Runs.SearchMineAsync(await school.AddAsync(Role.Admin), new(), Ct)).Total);
    }

    [Theory, BothProviders]
    public async Task Each_run_comes_with_the_config_of_the_one_before_it_whatever_the_order(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        await AddAsync(school, teacher, Wanted("a"));
        await AddAsync(school, await school.AddAsync(Role.Teacher), Wanted("another person's"));
        await AddAsync(school, teacher, Wanted("c"));
        await AddAsync(school, teacher, Wanted("b"));

        var list = await school.Runs.SearchMineAsync(teacher, new() { Order = RunOrder.Name, Descending = false }, Ct);

        Assert.Equal(["a", "b", "c"], list.Runs.Select(run => run.Run.Title));
        Assert.Null(list.Runs[0].ConfigBefore);
        Assert.Contains("\"c\"", list.Runs[1].ConfigBefore, StringComparison.Ordinal);
        Assert.Contains("\"a\"", list.Runs[2].ConfigBefore, StringComparison.Ordinal);
    }

    [Theory, BothProviders]
    public async Task Runs_are_filtered_sorted_and_paged_in_the_query(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var cnn = await AddAsync(school, teacher, Wanted("CNN on digits", slug: "batch", epochs: 9));
        var mlp = await AddAsync(school, teacher, Wanted("MLP on spiral", "spiral", epochs: 3));
        var deep = await AddAsync(school, teacher, Wanted("MLP on 100% of digits", slug: "deep-learning"));
        var token = await school.Journal.TakeTokenAsync(mlp, Engines.First, Ct);
        await school.Journal.AppendAsync(mlp, token!.Value, RunAppendTests.At(RunState.Completed) with { ValAccuracy = 0.5 }, Ct);

        async Task<IEnumerable<Guid>> List(RunQuery query) =>
            (await school.Runs.SearchMineAsync(teacher, query, Ct)).Runs.Select(run => run.Run.Id);
        Assert.Equal([deep, mlp, cnn], await List(new()));
        Assert.Equal([deep, mlp], await List(new() { Text = " mlp " }));
        Assert.Equal([deep], await List(new() { Text = "deep LEARNING" }));
        Assert.Equal([deep], await List(new() { Text = "0%" }));
        Assert.Empty(await List(new() { Text = "_" }));
        Assert.Equal([mlp], await List(new() { State = RunState.Completed }));
        Assert.Equal([mlp], await List(new() { DataSetId = "spiral" }));
        Assert.Equal([mlp, deep, cnn], await List(new() { Order = RunOrder.Epochs, Descending = false }));
        Assert.Equal([cnn, deep, mlp], await List(new() { Order = RunOrder.Term, Descending = false }));
        Assert.Equal([mlp, deep, cnn], await List(new() { Order = RunOrder.ValAccuracy }));
        Assert.Equal([mlp, deep, cnn], await List(new() { Order = RunOrder.ValAccuracy, Descending = false }));
        await Assert.AllAsync(Enum.GetValues<RunOrder>(), async order => Assert.Equal(3, (await List(new() { Order = order })).Count()));
        Assert.Equal([mlp], await List(new() { Skip = 1, Take = 1 }));
        Assert.Empty(await List(new() { Skip = 99 }));
        Assert.Equal([deep], await List(new() { Skip = -5, Take = -5 }));
        Assert.Equal(2, (await school.Runs.SearchMineAsync(teacher, new() { Text = "MLP", Take = 1 }, Ct)).Total);
    }

    private static async Task<Guid> AddAsync(TestSchool school, Actor owner, NewRun wanted)
    {
        school.Clock.Now += TimeSpan.FromSeconds(1);
        return (await school.RunCreator.CreateAsync(owner, wanted, Ct)).Value!.Id;
    }
}
