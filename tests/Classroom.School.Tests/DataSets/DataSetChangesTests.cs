using Classroom.School.Audit;
using Classroom.School.DataSets;
using Classroom.School.People;
using Classroom.School.Runs;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>What becomes of a data set after it was stored: it is renamed, replaced and removed.</summary>
public sealed class DataSetChangesTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_title_that_its_owner_has_already_is_refused_whatever_its_case(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        await StoreAsync(school, teacher, "Bäume");
        var leaves = await StoreAsync(school, teacher, "Leaves");

        Assert.Contains("“Bäume” already", Fault(await school.DataSets.CreateAsync(teacher, Wanted(" BÄUME "), Content(), Ct)));
        Assert.Contains("“Bäume” already", Fault(await school.DataSets.RenameAsync(teacher, leaves.Id, "bäume ", "Leaves", Ct)));
        Assert.Contains("“Bäume” already", (await school.DataSetTitles.FindFaultAsync(teacher, "bäume", cancellationToken: Ct))!.Message);
        Assert.Null(await school.DataSets.RenameAsync(teacher, leaves.Id, "LEAVES", "Leaves", Ct));
        await StoreAsync(school, await school.AddAsync(Role.Teacher), "Bäume");
        Assert.Equal(["Bäume", "LEAVES"], await TitlesAsync(school, teacher));
    }

    [Theory, BothProviders]
    public async Task Of_two_uploads_at_once_with_one_title_one_is_stored(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);

        var outcomes = await AtOnce(4, () => school.DataSets.CreateAsync(teacher, Wanted("Leaves"), Content(), Ct));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.Equal(["Leaves"], await TitlesAsync(school, teacher));
    }

    [Theory, BothProviders]
    public async Task A_removed_data_set_leaves_every_list_and_its_content_but_its_runs_stay_and_say_what_they_learned_from(
        Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        await school.AddClassAsync(teacher, student);
        var leaves = await StoreAsync(school, teacher, "Leaves");
        var run = await RunOnAsync(school, student, leaves.Id);
        await EndAsync(school, run);
        Assert.Equal(new DataSetUse(1, 0, 1), await school.DataSetReader.FindUseAsync(teacher, leaves.Id, Ct));

        Assert.Null(await school.DataSets.RemoveAsync(teacher, leaves.Id, Ct));

        Assert.Empty(await TitlesAsync(school, teacher));
        Assert.Null(await school.DataSetReader.FindVisibleAsync(teacher, leaves.Id, Ct));
        Assert.Null(await school.DataSetReader.OpenAsync(leaves.Id, Ct));
        Assert.IsType<Refusal.NotFound>(await school.DataSets.RemoveAsync(teacher, leaves.Id, Ct));
        Assert.NotNull(await school.Runs.FindAsync(student, run, Ct));
        Assert.Equal(
            ("Leaves", false),
            (await school.DataSetReader.FindForRunAsync(student, leaves.Id, Ct)) is { } kept ? (kept.Title, kept.IsCurrent) : default);
        Assert.Null(await school.DataSetReader.FindForRunAsync(await school.AddAsync(Role.Student), leaves.Id, Ct));
        await StoreAsync(school, teacher, "Leaves");
    }

    [Theory, BothProviders]
    public async Task A_replaced_data_set_keeps_its_content_until_its_last_unfinished_run_has_ended(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var old = await StoreAsync(school, teacher, "Leaves");
        var run = await RunOnAsync(school, teacher, old.Id);

        var replaced = await school.DataSets.CreateAsync(teacher, Wanted("leaves 2") with { Replaces = old.Id }, Content(), Ct);

        Assert.True(replaced.Succeeded, replaced.Refusal?.Message);
        Assert.Equal(["leaves 2"], await TitlesAsync(school, teacher));
        Assert.NotNull(await school.DataSetReader.OpenAsync(old.Id, Ct));
        Assert.Equal(0, await school.DataSets.ReleaseHiddenAsync(Ct));
        await EndAsync(school, run);
        Assert.Equal(1, await school.DataSets.ReleaseHiddenAsync(Ct));
        Assert.Null(await school.DataSetReader.OpenAsync(old.Id, Ct));
        Assert.Equal(replaced.Value.Id, (await school.DataSetReader.FindForRunAsync(teacher, old.Id, Ct))!.ReplacedById);
        await using var db = school.OpenContext();
        Assert.Equal([replaced.Value.Id], await db.DataSetParts.Select(part => part.DataSetId).ToListAsync(Ct));
    }

    [Theory, BothProviders]
    public async Task Of_two_replacements_at_once_one_is_refused_and_stores_nothing(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var old = await StoreAsync(school, teacher, "Leaves");

        var outcomes = await AtOnce(
            4, () => school.DataSets.CreateAsync(teacher, Wanted("Leaves") with { Replaces = old.Id }, Content(), Ct));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.Equal(["Leaves"], await TitlesAsync(school, teacher));
    }

    [Theory, BothProviders]
    public async Task Only_its_owner_and_admins_may_rename_replace_and_remove_a_data_set(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var colleague = await school.AddAsync(Role.Teacher);
        var admin = await school.AddAsync(Role.Admin);
        var classId = await school.AddClassAsync(teacher);
        Assert.Null(await school.ClassTeachers.AddAsync(admin, classId, colleague.UserId, Ct));
        var leaves = await StoreAsync(school, teacher, "Leaves");

        Assert.Equal(["Leaves"], await TitlesAsync(school, colleague));
        foreach (var stranger in new[] { colleague, new Actor(teacher.UserId, Role.Student) })
        {
            Assert.Null(await school.DataSetReader.FindUseAsync(stranger, leaves.Id, Ct));
            Assert.IsType<Refusal.NotFound>(await school.DataSets.RenameAsync(stranger, leaves.Id, "Mine", "Leaves", Ct));
            Assert.IsType<Refusal.NotFound>(await school.DataSets.RemoveAsync(stranger, leaves.Id, Ct));
            Assert.False(
                (await school.DataSets.CreateAsync(stranger, Wanted("Mine") with { Replaces = leaves.Id }, Content(), Ct)).Succeeded);
        }

        Assert.Null(await school.DataSets.RenameAsync(admin, leaves.Id, "Autumn leaves", "Leaves", Ct));
        Assert.IsType<Refusal.Conflict>(await school.DataSets.RenameAsync(teacher, leaves.Id, "Fallen leaves", "Leaves", Ct));
        var newer = (await school.DataSets.CreateAsync(admin, Wanted("Autumn leaves") with { Replaces = leaves.Id }, Content(), Ct)).Value!;
        Assert.Equal(teacher.UserId, newer.OwnerId);
        Assert.Null(await school.DataSets.RemoveAsync(admin, newer.Id, Ct));
        Assert.Equal(
            [AuditAction.DataSetRemoved, AuditAction.DataSetReplaced, AuditAction.DataSetRenamed, AuditAction.DataSetAdded],
            (await school.Audit.ListAsync(admin, cancellationToken: Ct))!.Items.Select(line => line.Action)
                .Where(action => $"{action}".StartsWith("DataSet", StringComparison.Ordinal)));
    }

    private static NewDataSet Wanted(string title) =>
        new() { Title = title, Kind = "images", Examples = 40, Shape = [28, 28], Classes = ["oak", "maple"] };

    private static MemoryStream Content() => new([1, 2, 3]);

    private static async Task<DataSetDetails> StoreAsync(TestSchool school, Actor actor, string title) =>
        (await school.DataSets.CreateAsync(actor, Wanted(title), Content(), Ct)).Value!;

    private static async Task<IEnumerable<string>> TitlesAsync(TestSchool school, Actor actor) =>
        (await school.DataSetReader.ListAsync(actor, Ct)).Select(entry => entry.Title);

    private static async Task<Guid> RunOnAsync(TestSchool school, Actor actor, Guid dataSet) =>
        (await school.RunCreator.CreateAsync(actor, RunTests.Wanted with { DataSetId = $"{dataSet}" }, Ct)).Value!.Id;

    private static async Task EndAsync(TestSchool school, Guid run)
    {
        var token = await school.Journal.TakeTokenAsync(run, Engines.First, Ct);
        await school.Journal.AppendAsync(run, token!.Value, RunAppendTests.At(RunState.Completed), Ct);
    }

    private static string Fault<T>(Outcome<T> outcome)
        where T : class => Fault(outcome.Refusal);

    private static string Fault(Refusal? refusal) =>
        Assert.Single(Assert.IsType<Refusal.Invalid>(refusal).Faults, fault => fault.Field == "title").Message;
}
