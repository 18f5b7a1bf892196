using AngleSharp.Dom;
using Bunit;
using Classroom.Curriculum.Quizzes;
using Classroom.Web.Features.Quizzes;
using static Classroom.Web.Tests.Quizzes.QuizQuestions;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>Questions with choices, numbers and short answers.</summary>
public sealed class QuizInputTests : QuizInputContext
{
    [Fact]
    public void Choices_stand_in_the_planned_order()
    {
        Assert.Equal(["third", "first", "second"], Texts(Show<OneAnswerInput>(OneAnswer)));
        Assert.Equal(["three", "one", "two", "zero"], Texts(Show<SeveralAnswersInput>(SeveralAnswers)));
        Assert.Equal(["True", "False"], Texts(Show<TrueFalseInput>(TrueFalse)));
    }

    [Fact]
    public void Picking_a_radio_button_answers_with_the_index_in_the_file()
    {
        Show<OneAnswerInput>(OneAnswer).FindAll("input[type=radio]")[2].Change("on");

        Assert.Equal(new OneAnswerResponse(1), Assert.Single(Answered));
    }

    [Fact]
    public void A_chart_is_shown_between_the_prompt_and_its_choices_and_does_not_name_them()
    {
        var shown = Render<QuestionCard>(
            parameters => parameters.Add(card => card.Planned, ReadChart).Add(card => card.ResponseChanged, Answered.Add));

        Assert.Equal(["prompt", "run-chart", ""], shown.FindAll(".prompt, .run-chart, fieldset").Select(part => part.ClassName ?? ""));
        Assert.Empty(shown.Find(".prompt").QuerySelectorAll("figure"));
        Assert.Equal(["climbs", "stays", "falls"], shown.FindAll(".choice .text").Select(text => text.ReadText()));
        Assert.StartsWith(shown.Find(".prompt").Id!, shown.Find("fieldset").GetAttribute("aria-labelledby"), StringComparison.Ordinal);

        shown.FindAll("input[type=radio]")[0].Change("on");
        Assert.Equal(new OneAnswerResponse(1), Assert.Single(Answered));
    }

    [Fact]
    public void The_stored_choice_is_the_one_that_is_picked()
    {
        var shown = Show<OneAnswerInput>(OneAnswer, new OneAnswerResponse(0));

        Assert.Equal([false, true, false], shown.FindAll("input").Select(input => input.HasAttribute("checked")));
    }

    [Fact]
    public void A_line_drawn_before_its_page_has_taken_the_key_keeps_it()
    {
        var line = Render<TypedInput>(parameters => parameters.Add(part => part.Id, "line")
            .Add(part => part.Label, "Your answer")
            .Add(part => part.PromptId, "prompt")
            .Add(part => part.Text, "overfittin"));

        line.Find("input").Input("overfitting");

        Assert.Equal(
            ("overfitting", "overfitting"), (line.Find("input").GetAttribute("value"), line.Find("input").GetAttribute("data-kept")));
    }

    [Fact]
    public void Ticking_adds_to_the_picks_and_clearing_the_last_takes_the_answer_back()
    {
        Show<SeveralAnswersInput>(SeveralAnswers, new SeveralAnswersResponse([2])).FindAll("input[type=checkbox]")[0].Change(true);
        Show<SeveralAnswersInput>(SeveralAnswers, new SeveralAnswersResponse([2])).FindAll("input[type=checkbox]")[2].Change(false);

        Assert.Equal([2, 3], Assert.IsType<SeveralAnswersResponse>(Answered[0]).Choices);
        Assert.Null(Answered[1]);
    }

    [Fact]
    public void What_cannot_be_read_as_a_number_is_said_while_one_types()
    {
        var line = Show<NumberInput>(Number);
        string[] Faults() => [.. line.FindAll("[aria-live] .field-error").Select(fault => fault.ReadText())];

        line.Find("input").Input("-");
        Assert.Empty(Faults());
        line.Find("input").Input("3/4");
        Assert.Equal([TypedNumber.HowToWrite], Faults());
        Assert.Equal("true", line.Find("input").GetAttribute("aria-invalid"));
        Assert.Contains(line.Find("[aria-live]").Id!, line.Find("input").GetAttribute("aria-describedby"), StringComparison.Ordinal);
        line.Find("input").Input("0.75 st");
        Assert.Empty(Faults());

        // Whoever leaves the line with it has finished.
        line.Find("input").Input("-");
        line.Find("input").Change("-");
        Assert.Equal([TypedNumber.HowToWrite], Faults());
    }

    [Fact]
    public void A_number_that_can_be_read_in_two_ways_says_so_while_one_types()
    {
        var line = Show<NumberInput>(Number);
        string[] Notes() => [.. line.FindAll("[aria-live] p").Select(note => note.ReadText())];

        line.Find("input").Input("12,91");
        Assert.Empty(Notes());
        line.Find("input").Input("12,912");
        Assert.Equal(["This can be read as 12912 or 12.912. If either one is right, your answer counts."], Notes());
    }

    [Fact]
    public void A_phone_offers_the_minus_where_an_answer_or_a_typical_mistake_is_negative()
    {
        var number = (NumberQuestion)Number.Question;

        Assert.Equal("decimal", Show<NumberInput>(Number).Find("input").GetAttribute("inputmode"));
        Assert.Equal(
            "text", Show<NumberInput>(Number with { Question = number with { Answer = -2 } }).Find("input").GetAttribute("inputmode"));
        Assert.Equal(
            "text",
            Show<NumberInput>(Number with { Question = number with { Mistakes = [new(-12.5m, "Mind the sign.")] } })
                .Find("input")
                .GetAttribute("inputmode"));
    }

    [Fact]
    public void True_and_false_answer_what_they_say()
    {
        var shown = Show<TrueFalseInput>(TrueFalse);
        shown.FindAll("input")[0].Change("on");
        shown.FindAll("input")[1].Change("on");

        Assert.Equal([new TrueFalseResponse(true), new TrueFalseResponse(false)], Answered);
    }

    [Fact]
    public void A_number_is_kept_as_typed_and_shown_with_its_unit()
    {
        var shown = Show<NumberInput>(Number, new NumberResponse("1,5"));
        Assert.Equal("1,5", shown.Find("input").GetAttribute("value"));
        Assert.Equal("decimal", shown.Find("input").GetAttribute("inputmode"));
        Assert.Equal("steps", shown.Find(".unit").ReadText());

        shown.Find("input").Change(" 12.5 ");
        shown.Find("input").Change("  ");

        Assert.Equal([new NumberResponse(" 12.5 "), null], Answered);
    }

    [Fact]
    public void A_short_answer_is_kept_as_typed()
    {
        Show<ShortAnswerInput>(ShortAnswer).Find("input").Change("Val Loss");

        Assert.Equal(new ShortAnswerResponse("Val Loss"), Assert.Single(Answered));
    }
}
