using Classroom.School.Accounts;
using Classroom.School.People;

namespace Classroom.School.Tests;

public sealed class PeopleTests(SchoolTemplates templates)
{
    private static NewPerson Ana => new() { UserName = "Ana.B", DisplayName = "Ana B.", Role = Role.Student };

    [Theory, BothProviders]
    public async Task A_new_student_gets_a_password_that_works(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);

        var created = (await school.People.CreateAsync(admin, Ana, Ct)).Value!;

        Assert.Matches("^[a-z]+-[a-z]+-[0-9]{2,3}$", created.Password);
        Assert.True(created.Password.Length >= SchoolServices.ShortestPassword);
        Assert.True(await school.PasswordIsRightAsync(created.Person.Id, created.Password));
        Assert.False(await school.PasswordIsRightAsync(created.Person.Id, created.Password + "x"));
    }

    [Theory, BothProviders]
    public async Task User_names_that_differ_only_in_case_are_the_same(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var first = (await school.People.CreateAsync(admin, Ana, Ct)).Value!;

        var second = await school.People.CreateAsync(admin, Ana with { UserName = "aNA.b" }, Ct);

        var fault = Assert.Single(Assert.IsType<Refusal.Invalid>(second.Refusal).Faults);
        Assert.Equal("userName", fault.Field);
        Assert.Equal(first.Person.Id, await school.WithUsersAsync(async users => (await users.FindByNameAsync("ANA.B"))!.Id));
    }

    [Theory, BothProviders]
    public async Task Of_two_people_added_at_once_with_one_name_only_one_is_stored(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);

        var outcomes = await AtOnce(3, () => school.People.CreateAsync(admin, Ana, Ct));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.IsType<Refusal.Invalid>(outcome.Refusal));
        Assert.Equal(1, (await school.People.ListAsync(admin, "ana.b", cancellationToken: Ct))!.Total);
    }

    [Theory, BothProviders]
    public async Task Everything_wrong_with_a_new_person_is_named_at_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);

        var outcome = await school.People.CreateAsync(
            admin, new NewPerson { UserName = "has space", DisplayName = " ", Role = (Role)9, Password = "short" }, Ct);

        var faults = Assert.IsType<Refusal.Invalid>(outcome.Refusal).Faults;
        Assert.Equal(["displayName", "password", "role", "userName"], faults.Select(fault => fault.Field).Order());
        Assert.Equal(1, (await school.People.ListAsync(admin, cancellationToken: Ct))!.Total);
    }

    [Theory, BothProviders]
    public async Task Eight_small_letters_are_a_password(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);

        Assert.True((await school.People.CreateAsync(admin, Ana with { Password = "abcdefgh" }, Ct)).Succeeded);
        Assert.False((await school.People.CreateAsync(admin, Ana with { UserName = "bo", Password = "abcdefg" }, Ct)).Succeeded);
    }

    [Theory, BothProviders]
    public async Task Only_an_admin_adds_and_lists_people(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);

        foreach (var role in new[] { Role.Student, Role.Teacher })
        {
            var actor = await school.AddAsync(role);
            Assert.IsType<Refusal.NotFound>((await school.People.CreateAsync(actor, Ana, Ct)).Refusal);
            Assert.Null(await school.People.ListAsync(actor, cancellationToken: Ct));
        }

        var admin = await school.AddAsync(Role.Admin);
        Assert.Equal(0, (await school.People.ListAsync(admin, "ana", cancellationToken: Ct))!.Total);
    }

    [Theory, BothProviders]
    public async Task Searching_ignores_case_also_beyond_ASCII_and_takes_every_character_literally(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        await school.AddAsync(Role.Student, "Émile");
        await school.AddAsync(Role.Student, "100% Bo");

        async Task<IEnumerable<string>> Find(string text) =>
            (await school.People.ListAsync(admin, text, cancellationToken: Ct))!.Items.Select(person => person.DisplayName);

        Assert.Equal(["Émile"], await Find("éMI"));
        Assert.Equal(["100% Bo"], await Find("%"));
        Assert.Empty(await Find("_"));
    }

    [Theory, BothProviders]
    public async Task Long_lists_come_in_pages(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        for (var i = 0; i < 54; i++)
        {
            await school.AddAsync(Role.Student);
        }

        var first = (await school.People.ListAsync(admin, page: -3, cancellationToken: Ct))!;
        var last = (await school.People.ListAsync(admin, page: 99, cancellationToken: Ct))!;

        Assert.Equal((1, 2, 55, 50), (first.Number, first.Pages, first.Total, first.Items.Count));
        Assert.Equal((2, 5), (last.Number, last.Items.Count));
        Assert.Empty(first.Items.Intersect(last.Items));
    }

    [Theory, BothProviders]
    public async Task The_command_line_creates_an_admin_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);

        var created = await school.People.CreateAdminAsync("head", "long enough", Ct);
        var again = await school.People.CreateAdminAsync("HEAD", "long enough", Ct);

        Assert.Equal(Role.Admin, created.Value!.Person.Role);
        Assert.IsType<Refusal.Invalid>(again.Refusal);
    }
}
