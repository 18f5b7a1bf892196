using AngleSharp.Dom;
using Bunit;
using Classroom.Curriculum.Quizzes;
using Classroom.Web.Features.Quizzes;
using Microsoft.AspNetCore.Components;
using static Classroom.Web.Tests.QuizzesQuestions;

namespace Classroom.Web.Tests;

public sealed class QuizzesInputTests : BunitContext
{
    private readonly List<Response?> answers = [];

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

        Assert.Equal(new OneAnswerResponse(1), Assert.Single(answers));
    }

    [Fact]
    public void A_chart_is_shown_between_the_prompt_and_its_choices_and_does_not_name_them()
    {
        var shown = Render<QuestionCard>(parameters => parameters.Add(card => card.Planned, ReadChart).Add(card => card.ResponseChanged, answers.Add));

        Assert.Equal(["prompt", "run-chart", ""], shown.FindAll(".prompt, .run-chart, fieldset").Select(part => part.ClassName ?? ""));
        Assert.Empty(shown.Find(".prompt").QuerySelectorAll("figure"));
        Assert.Equal(["climbs", "stays", "falls"], shown.FindAll(".choice .text").Select(text => text.TextContent));
        Assert.StartsWith(shown.Find(".prompt").Id!, shown.Find("fieldset").GetAttribute("aria-labelledby"), StringComparison.Ordinal);

        shown.FindAll("input[type=radio]")[0].Change("on");
        Assert.Equal(new OneAnswerResponse(1), Assert.Single(answers));
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
        var line = Render<TypedInput>(parameters => parameters.Add(part => part.Id, "line").Add(part => part.Label, "Your answer").Add(part => part.PromptId, "prompt").Add(part => part.Text, "overfittin"));

        line.Find("input").Input("overfitting");

        Assert.Equal(("overfitting", "overfitting"), (line.Find("input").GetAttribute("value"), line.Find("input").GetAttribute("data-kept")));
    }

    [Fact]
    public void Ticking_adds_to_the_picks_and_clearing_the_last_takes_the_answer_back()
    {
        Show<SeveralAnswersInput>(SeveralAnswers, new SeveralAnswersResponse([2])).FindAll("input[type=checkbox]")[0].Change(true);
        Show<SeveralAnswersInput>(SeveralAnswers, new SeveralAnswersResponse([2])).FindAll("input[type=checkbox]")[2].Change(false);

        Assert.Equal([2, 3], Assert.IsType<SeveralAnswersResponse>(answers[0]).Choices);
        Assert.Null(answers[1]);
    }

    [Fact]
    public void What_cannot_be_read_as_a_number_is_said_while_one_types()
    {
        var line = Show<NumberInput>(Number);
        string[] Faults() => [.. line.FindAll("[aria-live] .field-error").Select(fault => fault.TextContent)];

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
        string[] Notes() => [.. line.FindAll("[aria-live] p").Select(note => note.TextContent)];

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
        Assert.Equal("text", Show<NumberInput>(Number with { Question = number with { Answer = -2 } }).Find("input").GetAttribute("inputmode"));
        Assert.Equal("text", Show<NumberInput>(Number with { Question = number with { Mistakes = [new(-12.5m, "Mind the sign.")] } }).Find("input").GetAttribute("inputmode"));
    }

    [Fact]
    public void True_and_false_answer_what_they_say()
    {
        var shown = Show<TrueFalseInput>(TrueFalse);
        shown.FindAll("input")[0].Change("on");
        shown.FindAll("input")[1].Change("on");

        Assert.Equal([new TrueFalseResponse(true), new TrueFalseResponse(false)], answers);
    }

    [Fact]
    public void A_number_is_kept_as_typed_and_shown_with_its_unit()
    {
        var shown = Show<NumberInput>(Number, new NumberResponse("1,5"));
        Assert.Equal("1,5", shown.Find("input").GetAttribute("value"));
        Assert.Equal("decimal", shown.Find("input").GetAttribute("inputmode"));
        Assert.Equal("steps", shown.Find(".unit").TextContent);

        shown.Find("input").Change(" 12.5 ");
        shown.Find("input").Change("  ");

        Assert.Equal([new NumberResponse(" 12.5 "), null], answers);
    }

    [Fact]
    public void A_short_answer_is_kept_as_typed()
    {
        Show<ShortAnswerInput>(ShortAnswer).Find("input").Change("Val Loss");

        Assert.Equal(new ShortAnswerResponse("Val Loss"), Assert.Single(answers));
    }

    [Fact]
    public void Every_left_side_has_a_select_with_the_right_sides_in_the_planned_order()
    {
        var selects = Show<MatchingInput>(Matching).FindAll("select");

        Assert.Equal(3, selects.Count);
        Assert.All(selects, select => Assert.Equal(
            ["Choose …", "barks", "moos", "meows"], select.QuerySelectorAll("option").Select(option => option.TextContent)));
    }

    [Fact]
    public void Choosing_a_partner_keeps_the_others_and_answers_with_indexes_in_the_file()
    {
        // The cat meows already; "moos" stands at place 1 and is index 2.
        Show<MatchingInput>(Matching, new MatchingResponse([0, null, null])).FindAll("select")[2].Change("1");

        Assert.Equal([0, null, 2], Assert.IsType<MatchingResponse>(Assert.Single(answers)).Rights);
    }

    [Fact]
    public void Taking_the_only_partner_away_takes_the_answer_back()
    {
        Show<MatchingInput>(Matching, new MatchingResponse([0])).FindAll("select")[0].Change("");

        Assert.Null(Assert.Single(answers));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("-1")]
    [InlineData("meows")]
    public void A_partner_that_was_never_offered_is_no_answer(string value)
    {
        Show<MatchingInput>(Matching).FindAll("select")[0].Change(value);

        Assert.Null(Assert.Single(answers));
    }

    [Fact]
    public void Nothing_in_the_page_tells_which_partner_is_right_or_which_item_comes_first()
    {
        // The index in the file is the answer, so a reader of the source may only see places.
        var options = Show<MatchingInput>(Matching).FindAll("select")[0].QuerySelectorAll("option").Skip(1);
        Assert.Equal(["0", "1", "2"], options.Select(option => option.GetAttribute("value")));

        var items = Show<OrderingInput>(Ordering).FindAll("li");
        Assert.Equal(["backward", "forward", "loss"], items.Select(item => item.QuerySelector(".text")!.TextContent));
        Assert.All(items, item => Assert.DoesNotMatch(@"(id|value|data-[a-z]+)=""\d""", item.OuterHtml));
    }

    [Fact]
    public void Moving_an_item_down_answers_with_the_new_order_and_says_where_it_is()
    {
        JSInterop.SetupVoid("focusIfLost", _ => true).SetVoidResult();
        var shown = Show<OrderingInput>(Ordering);
        shown.Find("button[aria-label='Move down: backward']").Click();

        Assert.Equal([0, 2, 1], Assert.IsType<OrderingResponse>(Assert.Single(answers)).Items);
        Assert.Equal(["forward", "backward", "loss"], shown.FindAll("li .text").Select(item => item.TextContent));
        Assert.Equal("backward: now 2 of 3.", shown.Find("[aria-live]").TextContent);
    }

    [Fact]
    public void The_focus_stays_on_the_button_of_the_moved_item()
    {
        JSInterop.SetupVoid("focusIfLost", _ => true).SetVoidResult();
        var shown = Show<OrderingInput>(Ordering);
        var button = shown.Find("button[aria-label='Move up: loss']");
        var reference = button.GetAttribute("blazor:elementReference");
        button.Click();
        shown.Find("button[aria-label='Move up: loss']").Click();

        Assert.All(
            JSInterop.VerifyInvoke("focusIfLost", calledTimes: 2),
            call => Assert.Equal(reference, Assert.IsType<ElementReference>(call.Arguments[0]).Id));
        Assert.Equal(["loss", "backward", "forward"], shown.FindAll("li .text").Select(item => item.TextContent));
    }

    [Fact]
    public void An_item_at_the_end_stays_there()
    {
        var shown = Show<OrderingInput>(Ordering);
        Assert.Equal("true", shown.Find("button[aria-label='Move up: backward']").GetAttribute("aria-disabled"));

        shown.Find("button[aria-label='Move up: backward']").Click();
        shown.Find("button[aria-label='Move down: loss']").Click();

        Assert.Empty(answers);
    }

    [Fact]
    public void A_damaged_stored_order_still_shows_every_item_once()
    {
        var shown = Show<OrderingInput>(Ordering, new OrderingResponse([1, 1, 9, -4]));

        Assert.Equal(["loss", "backward", "forward"], shown.FindAll("li .text").Select(item => item.TextContent));
    }

    [Fact]
    public void A_stored_answer_of_another_kind_or_out_of_range_is_shown_as_none()
    {
        Assert.Empty(Show<OneAnswerInput>(OneAnswer, new OneAnswerResponse(7)).FindAll("[checked]"));
        Assert.Empty(Show<TrueFalseInput>(TrueFalse, new OneAnswerResponse(0)).FindAll("[checked]"));
        Assert.All(
            Show<MatchingInput>(Matching, new MatchingResponse([8, 1, null, 0, 0])).FindAll("select").Take(1),
            select => Assert.Equal("", select.QuerySelector("option[selected]")?.GetAttribute("value") ?? ""));
    }

    [Fact]
    public void A_read_only_question_takes_no_answer_whatever_the_browser_sends()
    {
        Show<OneAnswerInput>(OneAnswer, readOnly: true).FindAll("input")[0].Change("on");
        Show<SeveralAnswersInput>(SeveralAnswers, readOnly: true).FindAll("input")[0].Change(true);
        Show<TrueFalseInput>(TrueFalse, readOnly: true).FindAll("input")[0].Change("on");
        Show<NumberInput>(Number, readOnly: true).Find("input").Change("1");
        Show<ShortAnswerInput>(ShortAnswer, readOnly: true).Find("input").Change("x");
        Show<MatchingInput>(Matching, readOnly: true).FindAll("select")[0].Change("1");
        Show<OrderingInput>(Ordering, readOnly: true).FindAll("button")[1].Click();

        Assert.Empty(answers);
    }

    [Fact]
    public void A_check_marks_what_was_picked_and_nothing_else()
    {
        Assert.Equal(["third Not right"], Marked(Show<OneAnswerInput>(OneAnswer, new OneAnswerResponse(2), check: true)));
        Assert.Equal(["stays Not right"], Marked(Show<OneAnswerInput>(ReadChart, new OneAnswerResponse(2), check: true)));
        Assert.Equal(["second Right"], Marked(Show<OneAnswerInput>(OneAnswer, new OneAnswerResponse(1), check: true)));
        Assert.Equal(["one Not right", "zero Right"], Marked(Show<SeveralAnswersInput>(SeveralAnswers, new SeveralAnswersResponse([0, 1]), check: true)));
        Assert.Equal(["True Not right"], Marked(Show<TrueFalseInput>(TrueFalse, new TrueFalseResponse(true), check: true)));
    }

    [Fact]
    public void A_check_marks_each_pair_a_number_and_an_order()
    {
        Assert.Equal(
            ["Right", "Not right"],
            Pills(Show<MatchingInput>(Matching, new MatchingResponse([0, 2, null]), check: true)));
        Assert.Equal(["Not right"], Pills(Show<NumberInput>(Number, new NumberResponse("7"), check: true)));
        Assert.Equal("true", Show<NumberInput>(Number, new NumberResponse("7"), check: true).Find("input").GetAttribute("aria-invalid"));
        Assert.Equal(["Right"], Pills(Show<ShortAnswerInput>(ShortAnswer, new ShortAnswerResponse("val-loss"), check: true)));
        Assert.Equal(["Right order"], Pills(Show<OrderingInput>(Ordering, new OrderingResponse([0, 1, 2]), check: true)));
        Assert.Equal(["Not in order yet"], Pills(Show<OrderingInput>(Ordering, new OrderingResponse([0, 2, 1]), check: true)));
    }

    [Fact]
    public void Feedback_names_the_mistake_and_keeps_the_answer_back()
    {
        var question = OneAnswer.Question;
        var shown = Render<QuestionFeedback>(parameters => parameters
            .Add(feedback => feedback.Question, question)
            .Add(feedback => feedback.Grade, Grading.Grade(question, new OneAnswerResponse(0))));

        var said = shown.Find("[aria-live]").TextContent;
        Assert.Contains("Not the first.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("second", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partly_right_answer_is_told_so()
    {
        var question = SeveralAnswers.Question;
        var shown = Render<QuestionFeedback>(parameters => parameters
            .Add(feedback => feedback.Question, question)
            .Add(feedback => feedback.Grade, Grading.Grade(question, new SeveralAnswersResponse([0]))));

        Assert.Equal("Partly right.", shown.Find("strong").TextContent);
    }

    [Fact]
    public void Each_kind_is_shown_by_its_own_part_and_says_what_to_do()
    {
        PlannedQuestion[] all = [OneAnswer, SeveralAnswers, TrueFalse, Number, ShortAnswer, Matching, Ordering, ReadChart];
        foreach (var planned in all)
        {
            var shown = Render<QuestionCard>(parameters => parameters.Add(card => card.Planned, planned));

            Assert.Contains(planned.Question.PromptHtml, shown.Markup, StringComparison.Ordinal);
            Assert.Equal(planned.Question.Hint, shown.Find("details p").TextContent);
            Assert.NotEqual("", shown.Find("legend, label").TextContent);
            Assert.DoesNotContain(planned.Question.Explanation, shown.Markup, StringComparison.Ordinal);
        }
    }

    private IRenderedComponent<T> Show<T>(PlannedQuestion planned, Response? response = null, bool readOnly = false, bool check = false)
        where T : QuestionInput => Render<T>(parameters => parameters
            .Add(input => input.Planned, planned)
            .Add(input => input.Response, response)
            .Add(input => input.ResponseChanged, answers.Add)
            .Add(input => input.ReadOnly, readOnly)
            .Add(input => input.Grade, check ? Grading.Grade(planned.Question, response) : null));

    private static IEnumerable<string> Texts<T>(IRenderedComponent<T> shown)
        where T : QuestionInput => shown.FindAll(".choice .text").Select(text => text.TextContent);

    private static IEnumerable<string> Marked<T>(IRenderedComponent<T> shown)
        where T : QuestionInput => shown.FindAll(".choice").Where(choice => choice.QuerySelector(".pill") is not null)
            .Select(choice => $"{choice.QuerySelector(".text")!.TextContent} {choice.QuerySelector(".pill")!.TextContent.Trim()}");

    private static IEnumerable<string> Pills<T>(IRenderedComponent<T> shown)
        where T : QuestionInput => shown.FindAll(".pill").Select(pill => pill.TextContent.Trim());
}
