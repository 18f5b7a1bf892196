namespace Classroom.Curriculum.Tests;

public sealed class TermLinkTests : IDisposable
{
    private const string SlopeLink =
        "<a class=\"term\" href=\"/glossary/slope\" data-definition=\"How steep a line is, &quot;rise over run&quot;.\">";
    private const string StepLink = "<a class=\"term\" href=\"/glossary/step-size\" data-definition=\"How far one step goes.\">";

    private readonly SampleContent content = new();

    public void Dispose() => content.Dispose();

    private string Hook(string text)
    {
        content.Replace(
            "hill-walk/lesson.md", "You stand on a hill in the fog. You feel the slope with your feet, and the *slope* tells you the way.",
            text);
        return content.Load().Find("hill-walk")!.Lesson!.Core.Sections[0].Html;
    }

    [Fact]
    public void Only_the_first_occurrence_in_a_section_is_linked() =>
        Assert.Equal($"<p>A {SlopeLink}slope</a> is a slope, is a <em>slope</em>.</p>", Hook("A slope is a slope, is a *slope*."));

    [Fact]
    public void Each_section_links_anew()
    {
        var core = content.Load().Find("hill-walk")!.Lesson!.Core;

        Assert.Equal(3, core.Html.Split(SlopeLink).Length - 1);
    }

    [Fact]
    public void A_term_is_found_across_a_line_end_and_in_emphasis() =>
        Assert.Equal($"<p>The <strong>{StepLink}step\nsize</a></strong> counts.</p>", Hook("The **step\nsize** counts."));

    [Theory]
    [InlineData("Slopes are steep.", "Slopes")]
    [InlineData("So STEEPNESS it is.", "STEEPNESS")]
    [InlineData("The slope's foot.", "slope")]
    public void Synonyms_count_in_any_case(string text, string linked) =>
        Assert.Contains($"{SlopeLink}{linked}</a>", Hook(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("A sloped roof and an upslope.")]
    [InlineData("A slope-like thing.")]
    [InlineData("Look at `slope` here.")]
    [InlineData("Look at <math><mi>slope</mi></math> here.")]
    [InlineData("Look at [the slope](/glossary).")]
    [InlineData("### A slope\n\nThe hill is high.")]
    [InlineData("The sz of it.")]
    [InlineData("One hill walk follows another.")]
    public void Parts_of_words_code_formulas_links_headings_other_cases_of_abbreviations_and_the_term_itself_are_left_alone(string text) =>
        Assert.DoesNotContain("class=\"term\"", Hook(text), StringComparison.Ordinal);

    [Fact]
    public void An_abbreviation_is_linked_as_it_is_written() =>
        Assert.Contains($"{StepLink}SZ</a>", Hook("The SZ of it."), StringComparison.Ordinal);

    [Fact]
    public void The_longest_name_wins()
    {
        content.Replace("slope/lesson.md", "steepness", "step");

        Assert.Equal($"<p>One {StepLink}step size</a> and one {SlopeLink}step</a>.</p>", Hook("One step size and one step."));
    }

    [Fact]
    public void A_longer_name_of_the_term_itself_hides_a_shorter_one_of_another()
    {
        content.Replace("slope/lesson.md", "steepness", "hill");

        Assert.Equal($"<p>No hill walk, but a {SlopeLink}hill</a>.</p>", Hook("No hill walk, but a hill."));
    }
}
