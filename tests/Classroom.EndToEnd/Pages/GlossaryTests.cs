using Microsoft.Playwright;

namespace Classroom.EndToEnd;

public sealed class GlossaryTests(School school)
{
    [Fact]
    public async Task The_glossary_is_searched_as_one_types_and_back_leaves_the_page()
    {
        await using var visitor = await school.VisitAsync();
        await visitor.GoAsync("/glossary/epoch");
        await visitor.GoAsync("/glossary");
        var search = visitor.Page.GetByRole(AriaRole.Searchbox);
        var headings = visitor.Page.GetByRole(AriaRole.List, new() { Name = "Terms" }).GetByRole(AriaRole.Heading);

        await search.PressSequentiallyAsync("learning rat");
        await Assertions.Expect(headings.First).ToHaveTextAsync("Hyperparameter");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 term");
        await Assertions.Expect(search).ToHaveValueAsync("learning rat");
        await Assertions.Expect(search).ToBeFocusedAsync();
        await visitor.GlanceAsync();

        await search.FillAsync("vannishing");
        await Assertions.Expect(headings.First).ToHaveTextAsync("Vanishing gradient problem");
        await search.FillAsync("");
        await Assertions.Expect(headings).ToHaveCountAsync(20);

        await visitor.Page.GoBackAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Epoch");
    }

    [Fact]
    public async Task What_is_found_is_what_was_asked_last_even_if_an_earlier_answer_is_drawn_after_it()
    {
        await using var visitor = await school.VisitAsync();
        await visitor.GoAsync("/glossary");
        var isFirst = true;
        await visitor.Page.RouteAsync("**/glossary?q=learning+rat", async route =>
        {
            if (!isFirst)
            {
                await route.ContinueAsync();
                return;
            }

            isFirst = false;
            var earlier = await route.FetchAsync(new() { Url = route.Request.Url.Replace("+rat", "", StringComparison.Ordinal) });
            await route.FulfillAsync(new() { Response = earlier });
        });

        var search = visitor.Page.GetByRole(AriaRole.Searchbox);
        await search.FillAsync("learning rat");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 term");
        await Assertions.Expect(search).ToHaveValueAsync("learning rat");
        await Assertions.Expect(search).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_way_back_from_a_search_that_finds_nothing_empties_the_box()
    {
        await using var visitor = await school.VisitAsync();
        await visitor.GoAsync("/glossary");
        var search = visitor.Page.GetByRole(AriaRole.Searchbox);

        await search.FillAsync("xylophone");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "look through all 20 terms" }).ClickAsync();

        await Assertions.Expect(
            visitor.Page.GetByRole(AriaRole.List, new() { Name = "Terms" }).GetByRole(AriaRole.Heading)).ToHaveCountAsync(
            20);
        await Assertions.Expect(search).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_definition_shows_on_focus_stays_within_a_phone_and_goes_with_escape()
    {
        await using var visitor = await school.VisitAsync(size: new() { Width = 390, Height = 844 });
        await visitor.GoAsync("/glossary/overfitting");
        var terms = visitor.Page.Locator("a.term");
        for (var term = 0; term < await terms.CountAsync(); term++)
        {
            await terms.Nth(term).HoverAsync();
            Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        }

        await terms.First.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Shift+Tab");
        await visitor.Page.Keyboard.PressAsync("Tab");
        Task<string> Shown() => terms.First.EvaluateAsync<string>("term => getComputedStyle(term, '::after').content");
        Assert.Contains((await terms.First.GetAttributeAsync("data-definition"))!, await Shown(), StringComparison.Ordinal);
        await visitor.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("none", await Shown());
    }
}
