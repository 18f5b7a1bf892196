namespace Classroom.Curriculum.Tests;

/// <summary>Each fault in a lesson's text, on a sample that is broken in that one place.</summary>
public sealed class LessonFaultTests : IDisposable
{
    private const string Lesson = "hill-walk/lesson.md";
    private const string CoreSteps = "Feel the steepness. Then take a step. The step\nsize is yours to choose.";

    private readonly SampleContent content = new();

    public void Dispose() => content.Dispose();

    [Theory]
    [InlineData("# Deep\n", "# Deeper\n", "# Deeper", "A heading with one # is \"Core\" or \"Deep\", not \"Deeper\".")]
    [InlineData("# Deep\n", "# Core\n", "# Core\n\n## The same hill", "The level \"Core\" is here twice.")]
    [InlineData(
        "{.hook}", "{.hok}", "## Down in the fog {.hok}",
        "The heading \"Down in the fog\" must be followed by exactly one of {.hook}, {.steps},")]
    [InlineData("{.hook}", "", "## Down in the fog", "The heading \"Down in the fog\" must be followed by exactly one of")]
    [InlineData(
        "{.hook}", "{.hook .steps}", "## Down in the fog {.hook .steps}",
        "The heading \"Down in the fog\" must be followed by exactly one of")]
    [InlineData(
        "{.hook}", "{.hook onclick=\"alert(1)\"}", "## Down in the fog {.hook onclick=\"alert(1)\"}",
        "The heading \"Down in the fog\" must be followed by exactly one of")]
    [InlineData(
        "## Try it in the lab {.lab}", "## Once more {.hook}", "## Once more {.hook}",
        "The level \"Core\" has 2 parts {.hook}; only {.steps} may come more than once.")]
    [InlineData(
        "## In short {.summary}", "## Also {.steps}", "# Core", "The level \"Core\" has no part {.summary}; each level needs {.hook},")]
    [InlineData("## In short {.summary}", "## {.summary}", "## {.summary}", "The heading has no text.")]
    [InlineData(
        "A long step is not always a good step.", "", "## What people get wrong {.misconception}",
        "The part \"What people get wrong\" is empty.")]
    [InlineData("# Core\n", "Hello.\n\n# Core\n", "Hello.", "This belongs to no part")]
    [InlineData("# Core\n", "# Core\n\nHello.\n", "Hello.", "This belongs to no part")]
    public void A_fault_in_the_structure_is_reported(string old, string now, string at, string message)
    {
        var errors = content.Replace(Lesson, old, now).Errors();

        Assert.Contains(
            errors,
            error => error.File == Lesson
                && error.Line == content.LineOf(Lesson, at)
                && error.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_lesson_without_one_of_its_levels_is_reported()
    {
        var text = content.Read(Lesson);

        var error = content.Write(Lesson, text[..text.IndexOf("# Deep", StringComparison.Ordinal)]).OnlyError();

        Assert.StartsWith("The lesson has no level \"Deep\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_without_a_figure_is_reported() =>
        AssertFault(
            "![A ball that rolls down a hill](figures/hill.svg \"The same ball\")", "No picture.", "# Deep",
            "The level \"Deep\" has no figure");

    [Theory]
    [InlineData(
        "![A ball that rolls down a hill](figures/hill.svg \"A ball on its way\")", "![](figures/hill.svg \"A ball on its way\")",
        "![](figures/hill.svg \"A ball on its way\")", "The figure has no text alternative")]
    [InlineData(" \"A ball on its way\"", "", "![A ball that rolls down a hill](figures/hill.svg)", "The figure has no caption")]
    [InlineData(
        "figures/hill.svg", "figures/hil.svg", "![A ball that rolls down a hill](figures/hil.svg \"A ball on its way\")",
        "There is no figure \"figures/hil.svg\"")]
    [InlineData(
        "figures/hill.svg", "figures/../glyph.svg", "![A ball that rolls down a hill](figures/../glyph.svg \"A ball on its way\")",
        "There is no figure \"figures/../glyph.svg\"")]
    [InlineData(
        "figures/hill.svg", "https://example.org/hill.svg",
        "![A ball that rolls down a hill](https://example.org/hill.svg \"A ball on its way\")",
        "There is no figure \"https://example.org/hill.svg\"")]
    [InlineData(
        "![A ball", "See ![A ball", "See ![A ball that rolls down a hill](figures/hill.svg \"A ball on its way\")",
        "A figure must be a paragraph of its own")]
    public void A_fault_around_a_figure_is_reported(string old, string now, string at, string message)
    {
        var errors = content.Replace(Lesson, old, now).Errors();

        Assert.Contains(
            errors,
            error => error.File == Lesson
                && error.Line == content.LineOf(Lesson, at)
                && error.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{.wide}", "A figure takes at most {interactive=name} in braces, and nothing else.")]
    [InlineData("{#hill}", "A figure takes at most {interactive=name} in braces")]
    [InlineData("{onclick=\"alert(1)\"}", "A figure takes at most {interactive=name} in braces")]
    [InlineData("{interactive=roll onclick=\"alert(1)\"}", "A figure takes at most {interactive=name} in braces")]
    [InlineData("{interactive=roll .wide}", "A figure takes at most {interactive=name} in braces")]
    [InlineData("{interactive}", "An interactive figure is named with small letters, digits and single hyphens")]
    [InlineData("{interactive=\"\"}", "An interactive figure is named with")]
    [InlineData("{interactive=Roll}", "An interactive figure is named with")]
    [InlineData("{interactive=roll--down}", "An interactive figure is named with")]
    [InlineData("{interactive=\"../site\"}", "An interactive figure is named with")]
    [InlineData("{interactive=\"roll\">\"}", "A figure must be a paragraph of its own")]
    public void What_is_wrong_in_a_figures_braces_is_reported(string braces, string message)
    {
        const string Figure = "(figures/hill.svg \"A ball on its way\")";

        var errors = content.Replace(Lesson, Figure, Figure + braces).Errors();

        Assert.Contains(
            errors,
            error => error.File == Lesson
                && error.Line == content.LineOf(Lesson, "![A ball")
                && error.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<b>bold</b>", "HTML is not allowed in a text (<b>)")]
    [InlineData("<script>alert(1)</script>", "HTML is not allowed in a text (<script>)")]
    [InlineData("<!-- later -->", "HTML is not allowed in a text (<!-- later -->)")]
    [InlineData("<math><mi>x</mi>", "This <math> is not closed")]
    [InlineData("<math><mi>x</math>", "This formula is not well-formed: ")]
    [InlineData("<math><mi onclick=\"alert(1)\">x</mi></math>", "The attribute \"onclick\" is not allowed in a formula.")]
    [InlineData("<math><mtext><img src=\"x\"/></mtext></math>", "<img> is no MathML element that formulas here may use.")]
    [InlineData("<math><maction>x</maction></math>", "<maction> is no MathML element that formulas here may use.")]
    [InlineData("[a](/glossary/sloop)", "The link /glossary/sloop leads nowhere: there is no term \"sloop\".")]
    [InlineData("[a](/lab/sloop)", "The link /lab/sloop leads nowhere")]
    [InlineData("[a](/lab/hill-walk/uphill)", "The link /lab/hill-walk/uphill leads nowhere: the term")]
    [InlineData("[a](/quiz/slope)", "The link /quiz/slope leads nowhere: there is no quiz for \"slope\".")]
    [InlineData("[a](#core-stps)", "The link #core-stps leads nowhere; this page has #core-example,")]
    [InlineData("[a](slope)", "The link slope is not allowed; allowed are /glossary/slug")]
    [InlineData("[a](javascript:alert(1))", "The link javascript:alert(1) is not allowed")]
    [InlineData("[a](http://example.org)", "The link http://example.org is not allowed")]
    [InlineData("<http://example.org>", "The link http://example.org is not allowed")]
    [InlineData("*a*{onclick=\"alert(1)\"}", "Attributes in braces are only for the headings of the parts")]
    [InlineData("```{onclick=\"alert(1)\"}\nloss = 0\n```", "Attributes in braces are only for the headings of the parts")]
    [InlineData("<math display=\"block\"><mi>x</mi></math>", "After a formula comes a sentence that says it in words.")]
    public void What_does_not_belong_in_a_text_is_reported_with_its_line(string text, string message)
    {
        var errors = content.Replace(Lesson, CoreSteps, $"Before.\n\n{text}\n\n- After").Errors();

        Assert.All(errors, error => Assert.Equal((Lesson, content.LineOf(Lesson, text)), (error.File, error.Line)));
        Assert.StartsWith(message, errors[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a](https://example.org/a) <https://example.org>")]
    [InlineData("[a](/quiz/hill-walk), [b](/glossary), [c](/lab), [d](#deep-steps-2)")]
    [InlineData("1 &lt; 2, {0, 1}, a < b > c")]
    [InlineData("```python\nloss = 0\n```")]
    [InlineData("Inline <math><mi>x</mi></math> needs no sentence.")]
    public void What_belongs_in_a_text_is_taken(string text) =>
        Assert.True(content.Replace(Lesson, CoreSteps, text).Load().Find("hill-walk")!.HasLesson);

    private void AssertFault(string old, string now, string at, string message)
    {
        var error = content.Replace(Lesson, old, now).OnlyError();

        Assert.Equal((Lesson, content.LineOf(Lesson, at)), (error.File, error.Line));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
