namespace Classroom.EndToEnd;

public sealed class VisitorTests(School school)
{
    [Fact]
    public async Task A_look_finds_a_picture_without_words_and_an_error_of_a_script()
    {
        await using var visitor = await school.VisitAsync();
        await visitor.GoAsync("/");

        await visitor.Page.EvaluateAsync("() => document.querySelector('main').append(new Image())");
        var fault = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(visitor.LookAsync);
        Assert.Contains("critical image-alt", fault.Message, StringComparison.Ordinal);

        await visitor.Page.EvaluateAsync("() => { document.querySelector('main > img').remove(); console.error('lost') }");
        fault = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(visitor.LookAsync);
        Assert.Contains("lost", fault.Message, StringComparison.Ordinal);
    }
}
