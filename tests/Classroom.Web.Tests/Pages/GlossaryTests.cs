using System.Net;

namespace Classroom.Web.Tests.Pages;

public sealed class GlossaryTests(ClassroomHost host)
{
    [Fact]
    public async Task A_visitor_finds_a_term_without_scripts()
    {
        using var visitor = host.Visitor();

        var page = await visitor.OpenAsync("/glossary?q=convlutional");

        Assert.Equal(["Convolutional neural network"], page.Html.QuerySelectorAll(".tiles h2").Select(heading => heading.ReadText()));
        Assert.Equal("1 term", page.Html.QuerySelector("[role=status]")!.ReadText());
        Assert.Equal("convlutional", page.Html.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_word_that_no_term_means_gets_a_way_back_and_no_markup_of_its_own()
    {
        using var visitor = host.Visitor();

        var page = await visitor.OpenAsync("/glossary?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));

        Assert.Contains("No term has that name", page.Html.Body!.ReadText(), StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("main a[href='/glossary']"));
        Assert.DoesNotContain(
            page.Html.QuerySelectorAll("script"), script => script.ReadText().Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_map_names_and_links_every_term_as_picture_and_as_list()
    {
        using var visitor = host.Visitor();

        var page = await visitor.OpenAsync("/glossary");

        Assert.Equal(20, page.Html.QuerySelectorAll("nav[aria-label='Map of the terms'] a").Length);
        var entries = page.Html.QuerySelectorAll("details li");
        Assert.Equal(20, entries.Length);
        Assert.Contains(
            entries,
            entry => entry.ReadText().Contains("Batch", StringComparison.Ordinal)
                && entry.ReadText().Contains("builds on Gradient descent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shared_address_previews_the_term()
    {
        using var visitor = host.Visitor();

        var page = await visitor.OpenAsync("/glossary/overfitting?level=deep");

        string Meta(string property) => page.Html.QuerySelector($"meta[property='{property}']")!.GetAttribute("content")!;
        Assert.Equal("Overfitting", Meta("og:title"));
        Assert.StartsWith("Learning the training examples so closely", Meta("og:description"), StringComparison.Ordinal);
        Assert.EndsWith("/glossary/overfitting", Meta("og:url"), StringComparison.Ordinal);
        using var image = await visitor.Http.GetAsync(new Uri(Meta("og:image")).PathAndQuery, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, image.StatusCode);
        Assert.Equal("image/png", image.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task From_the_first_term_to_the_last_each_page_leads_to_the_next()
    {
        using var visitor = host.Visitor();
        var address = "/glossary/neural-network";
        var seen = new List<string>();
        for (string? next = address; next is not null;)
        {
            seen.Add(next);
            var page = await visitor.OpenAsync(next);
            next = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
            Assert.Equal(seen.Count == 1 ? null : seen[^2], page.Html.QuerySelector("a[rel=prev]")?.GetAttribute("href"));
        }

        Assert.Equal(20, seen.Distinct().Count());
        Assert.Equal(20, seen.Count);
    }
}
