using Classroom.School.DataSets;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>No list shows one title for two data sets, as far as whoever gives the title can know.</summary>
public sealed class DataSetTitleTests(SchoolTemplates templates)
{
    [Theory]
    [InlineData("A\u0308hren im Feld")]
    [InlineData("ähren im feld")]
    [InlineData("Ähren\u00A0im   Feld")]
    [InlineData("\u3000ÄHREN im\u2003Feld ")]
    public async Task A_title_that_looks_like_one_that_is_there_is_refused_however_it_is_typed(string title)
    {
        await using var school = await templates.OpenAsync(Provider.Sqlite);
        var teacher = await school.AddAsync(Role.Teacher);
        await StoreAsync(school, teacher, "Ähren im Feld");
        var other = await StoreAsync(school, teacher, "Ahren im Feld");

        Assert.Contains("“Ähren im Feld” already", Fault(await CreateAsync(school, teacher, title)));
        Assert.Contains("“Ähren im Feld” already", Fault(await school.DataSets.RenameAsync(teacher, other.Id, title, "Ahren im Feld", Ct)));
    }

    [Theory]
    [InlineData("ấ", "a\u0302\u0301")]
    [InlineData("ậ", "a\u0323\u0302")]
    [InlineData("ậ", "a\u0302\u0323")]
    [InlineData("Ё", "е\u0308")]
    [InlineData("が", "か\u3099")]
    public void A_letter_and_its_marks_may_be_one_character_or_several(string one, string several) =>
        Assert.Equal(TitleKey.From(one), TitleKey.From(several));

    [Theory, BothProviders]
    public async Task A_title_is_refused_where_its_owner_sees_it_elsewhere_and_else_nothing_is_told(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var colleague = await school.AddAsync(Role.Teacher);
        var stranger = await school.AddAsync(Role.Teacher);
        var admin = await school.AddAsync(Role.Admin);
        Assert.Null(await school.ClassTeachers.AddAsync(admin, await school.AddClassAsync(teacher), colleague.UserId, Ct));
        await StoreAsync(school, teacher, "Leaves");
        await StoreAsync(school, admin, "Clouds");
        await StoreAsync(school, stranger, "Leaves");

        Assert.EndsWith("“Leaves” already. Give this one another title.", Fault(await CreateAsync(school, colleague, "leaves")));
        Assert.EndsWith("“Clouds” already. Give this one another title.", Fault(await CreateAsync(school, stranger, "Clouds")));
        Assert.EndsWith(
            "“Leaves” already. Give this one another title, or replace that one.", Fault(await CreateAsync(school, stranger, "Leaves")));
        Assert.EndsWith(
            "“Leaves” already. Give this one another title, or replace that one.", Fault(await CreateAsync(school, admin, "Leaves")));
    }

    [Theory, BothProviders]
    public async Task An_admin_who_changes_a_teachers_data_set_gives_it_what_title_its_teacher_could(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var admin = await school.AddAsync(Role.Admin);
        await StoreAsync(school, await school.AddAsync(Role.Teacher), "Leaves");
        await StoreAsync(school, teacher, "Stones");
        var trees = await StoreAsync(school, teacher, "Trees");

        Assert.Contains("“Stones” already", Fault(await school.DataSets.RenameAsync(admin, trees.Id, "stones", "Trees", Ct)));
        Assert.Null(await school.DataSets.RenameAsync(admin, trees.Id, "Leaves", "Trees", Ct));
    }

    [Theory, BothProviders]
    public async Task The_title_of_a_built_in_data_set_is_refused_to_everyone(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var leaves = await StoreAsync(school, teacher, "Leaves");
        const string Refused = "There is a data set with the title “High and low tide” already. Give this one another title.";

        Assert.Equal(Refused, Fault(await CreateAsync(school, await school.AddAsync(Role.Admin), "High and  low Tide")));
        Assert.Equal(Refused, Fault(await school.DataSets.RenameAsync(teacher, leaves.Id, "High and low tide", "Leaves", Ct)));
        Assert.Equal(
            Refused,
            Fault(await school.DataSets.CreateAsync(
                teacher, Wanted("High and low tide") with { Replaces = leaves.Id }, new MemoryStream([1]), Ct)));
        Assert.Equal(Refused, (await school.DataSetTitles.FindFaultAsync(teacher, "High and low tide", cancellationToken: Ct))!.Message);
    }

    private static NewDataSet Wanted(string title) =>
        new() { Title = title, Kind = "images", Examples = 40, Shape = [28, 28], Classes = ["oak", "maple"] };

    private static Task<Outcome<DataSetDetails>> CreateAsync(TestSchool school, Actor actor, string title) =>
        school.DataSets.CreateAsync(actor, Wanted(title), new MemoryStream([1]), Ct);

    private static async Task<DataSetDetails> StoreAsync(TestSchool school, Actor actor, string title) =>
        (await CreateAsync(school, actor, title)).Value!;

    private static string Fault(Outcome<DataSetDetails> outcome) => Fault(outcome.Refusal);

    private static string Fault(Refusal? refusal) =>
        Assert.Single(Assert.IsType<Refusal.Invalid>(refusal).Faults, fault => fault.Field == "title").Message;
}
