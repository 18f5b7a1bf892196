using Classroom.School.Accounts;
using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.Web.Tests.Pages;

public sealed class SchoolRolesTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private const string SignIn = "sign in";

    // {class}, {student}: of the demo school.
    [Theory]
    [InlineData("/", "200", "200", "200", "200", "200")]
    [InlineData("/glossary", "200", "200", "200", "200", "200")]
    [InlineData("/join", "200", "200", "200", "200", "200")]
    [InlineData("/account/login", "200", "200", "200", "200", "200")]
    [InlineData("/account", SignIn, "200", "200", "200", "200")]
    [InlineData("/lab", SignIn, "200", "200", "200", "200")]
    [InlineData("/quiz/overfitting", SignIn, "200", "200", "200", "200")]
    [InlineData("/quiz/no-such-term", SignIn, "404", "404", "404", "404")]
    [InlineData("/glossary/no-such-term", "404", "404", "404", "404", "404")]
    [InlineData("/runs/00000000-0000-0000-0000-000000000001", SignIn, "404", "404", "404", "404")]
    [InlineData("/runs/nonsense", "404", "404", "404", "404", "404")]
    [InlineData("/admin/datasets", SignIn, "403", "200", "200", "200")]
    [InlineData("/me", SignIn, "200", "403", "403", "403")]
    [InlineData("/classes", SignIn, "403", "200", "200", "200")]
    [InlineData("/classes/{class}", SignIn, "403", "200", "404", "200")]
    [InlineData("/classes/{class}/roster", SignIn, "403", "200", "404", "200")]
    [InlineData("/classes/{class}/cards", SignIn, "403", "200", "404", "200")]
    [InlineData("/classes/{class}/students/new", SignIn, "403", "200", "404", "200")]
    [InlineData("/classes/archived", SignIn, "403", "200", "200", "200")]
    [InlineData("/classes/{class}/code", SignIn, "403", "200", "404", "200")]
    [InlineData("/classes/{class}/settings", SignIn, "403", "200", "404", "200")]
    [InlineData("/classes/{class}/assignments", SignIn, "403", "200", "404", "200")]
    [InlineData("/classes/{class}/progress", SignIn, "403", "200", "404", "200")]
    [InlineData("/classes/{class}/students/{student}", SignIn, "403", "200", "404", "200")]
    [InlineData("/classes/{class}/students/99999", SignIn, "403", "404", "404", "404")]
    [InlineData("/classes/99999/roster", SignIn, "403", "404", "404", "404")]
    [InlineData("/classes/twelve/roster", "404", "404", "404", "404", "404")]
    [InlineData("/admin/users", SignIn, "403", "403", "403", "200")]
    [InlineData("/admin/users?page=two&search=%00", SignIn, "403", "403", "403", "200")]
    [InlineData("/admin/classes", SignIn, "403", "403", "403", "200")]
    [InlineData("/admin/classes/{class}", SignIn, "403", "403", "403", "200")]
    [InlineData("/admin/classes/99999", SignIn, "403", "403", "403", "404")]
    [InlineData("/admin/classes/{class}/move/{student}", SignIn, "403", "403", "403", "200")]
    [InlineData("/admin/classes/{class}/move/99999", SignIn, "403", "403", "403", "404")]
    [InlineData("/admin/audit", SignIn, "403", "403", "403", "200")]
    [InlineData("/admin/audit?page=-5", SignIn, "403", "403", "403", "200")]
    public async Task Each_page_opens_for_those_it_is_for(
        string page, string visitor, string student, string teacher, string otherTeacher, string admin)
    {
        var teaching = await host.ActorAsync("teacher");
        var classId = (await host.Get<ClassService>().ListAsync(teaching, Ct)).Single().Id;
        var address = page.Replace("{class}", $"{classId}").Replace("{student}", $"{(await host.ActorAsync("student01")).UserId}");

        Assert.Equal(visitor, await OutcomeAsync(host.Visitor(), address));
        Assert.Equal(student, await OutcomeAsync(await host.LookAsAsync("student01"), address));
        Assert.Equal(teacher, await OutcomeAsync(await host.LookAsAsync("teacher"), address));
        Assert.Equal(otherTeacher, await OutcomeAsync(await OtherTeacherAsync(), address));
        Assert.Equal(admin, await OutcomeAsync(await host.LookAsAsync("admin"), address));
    }

    [Fact]
    public async Task A_page_for_another_role_says_so_kindly()
    {
        var student = await host.LookAsAsync("student01");
        var answer = await student.OpenAsync((await student.OpenAsync("/admin/users")).Redirect!);
        Assert.Equal(403, answer.Status);
        Assert.Contains("This page is for someone else", answer.Text);
        Assert.Contains("student01", answer.Text);
    }

    [Fact]
    public async Task A_visitor_of_the_page_for_another_role_is_asked_to_sign_in()
    {
        var answer = await host.Visitor().OpenAsync("/not-allowed?returnUrl=%2Fme");
        Assert.Equal("/account/login?returnUrl=%2Fme", answer.Redirect);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_and_keeps_the_menu()
    {
        var answer = await (await host.LookAsAsync("teacher")).OpenAsync("/classes/99999/roster");
        Assert.Contains("There is no such page", answer.Text);
        Assert.NotNull(answer.Html.QuerySelector("header a[href='/classes']"));
    }

    private static async Task<string> OutcomeAsync(PageClient client, string address)
    {
        var answer = await client.OpenAsync(address);
        if (answer.Status != 302)
        {
            return $"{answer.Status}";
        }

        if (answer.Redirect!.StartsWith("/account/login?", StringComparison.Ordinal))
        {
            Assert.Contains(Uri.EscapeDataString(address), answer.Redirect);
            return SignIn;
        }

        return $"{(await client.OpenAsync(answer.Redirect)).Status}";
    }

    private async Task<PageClient> OtherTeacherAsync()
    {
        const string Name = "other.teacher";
        const string Password = "other-teacher-1";
        await host.Get<PeopleService>().CreateAsync(
            await host.ActorAsync("admin"),
            new NewPerson { UserName = Name, DisplayName = "Other Teacher", Role = Role.Teacher, Password = Password },
            Ct);
        return await host.LookAsAsync(Name, Password);
    }
}
