namespace Classroom.EndToEnd;

public sealed class PageFaultsTests(School school)
{
    [Theory]
    [InlineData("<p>Total: <strong>40%</strong>(12 of 30 points)</p>")]
    [InlineData("<p><strong>12</strong><span>given by your teacher</span></p>")]
    [InlineData("<p><a href='#'>Marks</a>· <a href='#'>Regrade</a></p>")]
    public async Task Words_without_the_space_between_them_are_found(string body) =>
        Assert.Contains("There is no space between", Assert.Single(await FindAsync(body)), StringComparison.Ordinal);

    [Theory]
    [InlineData("<p>Total: <strong>40%</strong> (12 of 30 points), <em>k</em>² weights</p>")]
    [InlineData("<p style='display: flex; gap: 0.5rem'><strong>12</strong><span>given by your teacher</span></p>")]
    [InlineData("<p>The end.</p><p>The next.</p>")]
    [InlineData("<p>Delete<span hidden>Ada</span></p>")]
    public async Task Words_that_are_apart_are_not(string body) => Assert.Empty(await FindAsync(body));

    [Fact]
    public async Task A_tag_that_only_Razor_knows_is_found() =>
        Assert.Contains("text tag into P.", Assert.Single(await FindAsync("<p>One<text> · </text>two <svg><text x='0' y='20'>three</text></svg></p>")),
            StringComparison.Ordinal);

    private async Task<IReadOnlyList<string>> FindAsync(string body)
    {
        await using var visitor = await school.VisitAsync();
        await visitor.Page.SetContentAsync($"<header class='site-header'></header><main>{body}</main>");
        return await PageFaults.FindAsync(visitor.Page);
    }
}
