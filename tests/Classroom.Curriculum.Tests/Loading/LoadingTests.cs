using Classroom.Curriculum.Lessons;
using Classroom.Curriculum.Quizzes;

namespace Classroom.Curriculum.Tests;

public sealed class LoadingTests : IDisposable
{
    private readonly SampleContent content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void Terms_come_after_their_prerequisites_and_then_by_name()
    {
        var curriculum = content.Load();

        Assert.Equal(["slope", "hill-walk", "step-size"], curriculum.Terms.Select(term => term.Slug));
        Assert.Equal(["hill-walk", "step-size"], curriculum.Find("slope")!.LeadsTo);
        Assert.Empty(curriculum.Find("hill-walk")!.LeadsTo);
        Assert.Null(curriculum.Find("valley"));
        Assert.Null(curriculum.Find(null));
    }

    [Fact]
    public void A_term_carries_its_front_matter()
    {
        var term = content.Load().Find("hill-walk")!;

        Assert.Equal("Hill walk", term.Name);
        Assert.Equal("A way down a hill that always takes the steepest step.", term.Definition);
        Assert.Equal(["hill walks"], term.Synonyms);
        Assert.Equal(["slope"], term.Prerequisites);
        Assert.Equal(["step-size"], term.Related);
    }

    [Fact]
    public void A_term_with_front_matter_only_is_a_definition()
    {
        var term = content.Load().Find("slope")!;

        Assert.False(term.HasLesson);
        Assert.Null(term.Lesson);
        Assert.Null(term.Quiz);
        Assert.StartsWith("<svg viewBox=\"0 0 48 48\"", term.GlyphSvg, StringComparison.Ordinal);
        Assert.Contains("aria-hidden=\"true\"", term.GlyphSvg, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_levels_have_their_parts_with_ids_that_differ()
    {
        var lesson = content.Load().Find("hill-walk")!.Lesson!;

        Assert.Equal(Enum.GetValues<SectionKind>(), lesson.Core.Sections.Select(section => section.Kind));
        Assert.Equal("Down in the fog", lesson.Core.Sections[0].Heading);
        Assert.Equal(
            ["deep-hook", "deep-steps", "deep-steps-2", "deep-example", "deep-misconception", "deep-lab", "deep-summary"],
            lesson.Deep.Sections.Select(section => section.Id));
        Assert.Contains(
            "<section id=\"core-hook\" class=\"lesson-hook\">\n<h2>Down in the fog</h2>\n<p>You stand", lesson.Core.Html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_is_inlined_with_its_alternative_and_caption_and_ids_that_stay_unique()
    {
        var term = content.Load().Find("hill-walk")!;

        Assert.Contains(
            "<figure><svg viewBox=\"0 0 340 200\" role=\"img\" aria-label=\"A ball that rolls down a hill\">",
            term.Lesson!.Core.Html,
            StringComparison.Ordinal);
        Assert.Contains("<figcaption>A ball on its way</figcaption></figure>", term.Lesson.Core.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"core-hill-walk-arrow\"", term.Lesson.Core.Html, StringComparison.Ordinal);
        Assert.Contains("marker-end=\"url(#core-hill-walk-arrow)\"", term.Lesson.Core.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"deep-hill-walk-arrow\"", term.Lesson.Deep.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"quiz-order-hill-walk-arrow\"", term.Quiz!.Find("order")!.PromptHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_stays_as_it_is_written()
    {
        var html = content.Load().Find("hill-walk")!.Lesson!.Deep.Sections[1].Html;

        Assert.Contains(
            "<mi>x</mi><mo>←</mo><mi>x</mi><mo>−</mo><mi>a</mi><mo>*</mo><mi>slope</mi><mo>*</mo><mi>b</mi>", html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Table_columns_are_aligned_without_style_attributes()
    {
        var html = content.Load().Find("hill-walk")!.Lesson!.Core.Html;

        Assert.Contains("<td class=\"text-end\">9</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_empty_corner_of_a_table_is_no_heading()
    {
        var html = content.Replace("hill-walk/lesson.md", "| place | height |", "| | height |").Load().Find("hill-walk")!.Lesson!.Core.Html;

        Assert.Contains(
            "aria-label=\"Table: height\">\n<table>\n<thead>\n<tr>\n<td></td>\n<th class=\"text-end\">height</th>", html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_can_name_what_makes_it_interactive()
    {
        const string Figure = "(figures/hill.svg \"A ball on its way\")";

        var term = content.Replace("hill-walk/lesson.md", Figure, Figure + "{interactive=roll-down-2}").Load().Find("hill-walk")!;

        Assert.Contains(
            "<figure class=\"interactive\" data-interactive=\"roll-down-2\"><svg viewBox=\"0 0 340 200\" role=\"img\"",
            term.Lesson!.Core.Html,
            StringComparison.Ordinal);
        Assert.Contains("<figure><svg", term.Lesson.Deep.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_running_text_has_no_headings_tables_figures_code_or_formulas()
    {
        var lesson = content.Load().Find("hill-walk")!.Lesson!;

        Assert.Equal(
            [
                "You stand on a hill in the fog. You feel the slope with your feet, and the slope tells you the way.",
                "Feel the steepness. Then take a step. The step size is yours to choose.",
                "From 9 to 4 is a drop of 5.",
                "A long step is not always a good step.",
                "Open the lab and read about slope first. Then look at  again.",
                "Feel the slope.",
                "Step down.",
            ],
            lesson.Core.Text.Split('\n'));
        Assert.Contains("Nothing & nobody is perfect.", lesson.Deep.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("←", lesson.Deep.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quiz_has_questions_of_every_kind_with_all_that_was_written()
    {
        var quiz = content.Load().Find("hill-walk")!.Quiz!;

        Assert.Equal((13, 12), (quiz.Questions.Count, quiz.For(QuestionLevel.Core).Questions.Count));
        Assert.Equal((QuestionLevel.Core, QuestionLevel.Deep), (quiz.Find("way")!.Level, quiz.Find("steepness")!.Level));
        Assert.Equal(Enum.GetValues<QuestionKind>(), quiz.Questions.Take(8).Select(question => question.Kind));
        var one = Assert.IsType<OneAnswerQuestion>(quiz.Find("way"));
        Assert.Equal("<p>Which way does a <strong>hill walk</strong> go?</p>", one.PromptHtml);
        Assert.Equal("Which way does a hill walk go?", one.PromptText);
        Assert.Equal([true, false, false], one.Choices.Select(choice => choice.IsCorrect));
        Assert.Equal("That would climb the hill.", one.Choices[1].Feedback);
        var number = Assert.IsType<NumberQuestion>(quiz.Find("drop"));
        Assert.Equal((0.75m, 0.005m, "m"), (number.Answer, number.Tolerance, number.Unit));
        Assert.Equal([new NumberMistake(18.25m, "You added.")], number.Mistakes);
        Assert.Equal("Put a step in order.", quiz.Find("order")!.PromptText);
        var chart = Assert.IsType<ReadChartQuestion>(quiz.Find("curve"));
        Assert.True(chart.ChoicesAreRuns);
        Assert.StartsWith("<figure class=\"run-chart\">", chart.ChartHtml, StringComparison.Ordinal);
        Assert.Null(quiz.Find("nothing"));
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing()
    {
        var before = content.Load().Find("hill-walk")!;
        foreach (var file in new[] { "hill-walk/lesson.md", "hill-walk/quiz.yaml" })
        {
            content.Write(file, "\uFEFF" + content.Read(file).Replace("\n", "\r\n", StringComparison.Ordinal));
        }

        var after = content.Load().Find("hill-walk")!;

        Assert.Equal(before.Lesson!.Deep.Html, after.Lesson!.Deep.Html);
        Assert.Equal(
            before.Quiz!.Questions.Select(question => question.PromptHtml), after.Quiz!.Questions.Select(question => question.PromptHtml));
    }
}
