using Bunit;
using Classroom.Web.Features.Runs;

namespace Classroom.Web.Tests;

/// <summary>The list of one's runs while the database comes and goes.</summary>
public sealed class OwnRunsTests(ClassroomHost host) : HandsSchool(host)
{
    [Fact]
    public async Task A_list_that_cannot_be_sorted_stays_says_so_and_is_sorted_on_another_try()
    {
        var list = await OpenAsync();
        list.WaitForElement("tbody tr");
        Database.IsAway = true;
        list.Render(parameters => parameters.Add(runs => runs.Query, "?sort=name"));
        list.WaitForAssertion(() =>
            Assert.Contains("cannot reach its records", list.Find("[role=alert]").ReadText(), StringComparison.Ordinal));
        Assert.Single(list.FindAll("tbody tr"));
        Database.IsAway = false;

        await list.FindAll("button").Single(button => button.ReadText() == "Try again").ClickAsync(new());

        list.WaitForAssertion(() => Assert.Equal("", list.Find("[role=alert]").ReadText()));
        Assert.Single(list.FindAll("tbody tr"));
    }

    [Fact]
    public async Task The_address_says_the_order_and_the_page_and_the_way_back_is_followed()
    {
        var list = await OpenAsync();
        list.WaitForElement("tbody tr");
        Assert.Equal("/lab?sort=name#your-runs", list.FindAll("a.sort")[0].GetAttribute("href"));

        list.Render(parameters => parameters.Add(runs => runs.Query, "?sort=name"));
        list.WaitForAssertion(() => Assert.Equal("ascending", list.Find("th[aria-sort]").GetAttribute("aria-sort")));
        Assert.Equal("/lab?sort=-name#your-runs", list.FindAll("a.sort")[0].GetAttribute("href"));

        list.Render(parameters => parameters.Add(runs => runs.Query, ""));
        list.WaitForAssertion(() => Assert.Equal("descending", list.Find("th[aria-sort]").GetAttribute("aria-sort")));
    }

    [Fact]
    public async Task A_page_that_is_there_no_more_shows_the_last_one()
    {
        var actor = await NewStudentAsync();
        await Host.StartRunAsync(actor, ZerosAndOnes, Ct);
        SignIn(actor);

        var list = Render<OwnRuns>(parameters => parameters.Add(runs => runs.Query, "?page=7"));

        list.WaitForAssertion(() => Assert.Single(list.FindAll("tbody tr")));
    }

    [Fact]
    public async Task A_list_that_cannot_be_opened_says_so_and_opens_on_another_try()
    {
        Database.IsAway = true;
        var list = await OpenAsync();
        list.WaitForAssertion(() =>
            Assert.Contains("Your runs cannot be shown right now", list.Find("[role=alert]").ReadText(), StringComparison.Ordinal));
        Database.IsAway = false;

        await list.FindAll("button").Single(button => button.ReadText() == "Try again").ClickAsync(new());

        list.WaitForAssertion(() => Assert.Single(list.FindAll("tbody tr")));
        Assert.Equal("", list.Find("[role=alert]").ReadText());
    }

    private async Task<IRenderedComponent<OwnRuns>> OpenAsync()
    {
        var actor = await NewStudentAsync();
        await Host.StartRunAsync(actor, ZerosAndOnes, Ct);
        SignIn(actor);
        return Render<OwnRuns>();
    }
}
