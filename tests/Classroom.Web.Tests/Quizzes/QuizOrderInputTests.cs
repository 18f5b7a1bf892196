using Bunit;
using Classroom.Curriculum.Quizzes;
using Classroom.Web.Features.Quizzes;
using Microsoft.AspNetCore.Components;
using static Classroom.Web.Tests.Quizzes.QuizQuestions;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>Questions that match pairs or put items in order.</summary>
public sealed class QuizOrderInputTests : QuizInputContext
{
    [Fact]
    public void Every_left_side_has_a_select_with_the_right_sides_in_the_planned_order()
    {
        var selects = Show<MatchingInput>(Matching).FindAll("select");

        Assert.Equal(3, selects.Count);
        Assert.All(selects, select => Assert.Equal(
            ["Choose …", "barks", "moos", "meows"], select.QuerySelectorAll("option").Select(option => option.ReadText())));
    }

    [Fact]
    public void Choosing_a_partner_keeps_the_others_and_answers_with_indexes_in_the_file()
    {
        // The cat meows already; "moos" stands at place 1 and is index 2.
        Show<MatchingInput>(Matching, new MatchingResponse([0, null, null])).FindAll("select")[2].Change("1");

        Assert.Equal([0, null, 2], Assert.IsType<MatchingResponse>(Assert.Single(Answered)).Rights);
    }

    [Fact]
    public void Taking_the_only_partner_away_takes_the_answer_back()
    {
        Show<MatchingInput>(Matching, new MatchingResponse([0])).FindAll("select")[0].Change("");

        Assert.Null(Assert.Single(Answered));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("-1")]
    [InlineData("meows")]
    public void A_partner_that_was_never_offered_is_no_answer(string value)
    {
        Show<MatchingInput>(Matching).FindAll("select")[0].Change(value);

        Assert.Null(Assert.Single(Answered));
    }

    [Fact]
    public void Nothing_in_the_page_tells_which_partner_is_right_or_which_item_comes_first()
    {
        // The index in the file is the answer, so a reader of the source may only see places.
        var options = Show<MatchingInput>(Matching).FindAll("select")[0].QuerySelectorAll("option").Skip(1);
        Assert.Equal(["0", "1", "2"], options.Select(option => option.GetAttribute("value")));

        var items = Show<OrderingInput>(Ordering).FindAll("li");
        Assert.Equal(["backward", "forward", "loss"], items.Select(item => item.QuerySelector(".text")!.ReadText()));
        Assert.All(items, item => Assert.DoesNotMatch(@"(id|value|data-[a-z]+)=""\d""", item.OuterHtml));
    }

    [Fact]
    public void Moving_an_item_down_answers_with_the_new_order_and_says_where_it_is()
    {
        JSInterop.SetupVoid("focusIfLost", _ => true).SetVoidResult();
        var shown = Show<OrderingInput>(Ordering);
        shown.Find("button[aria-label='Move down: backward']").Click();

        Assert.Equal([0, 2, 1], Assert.IsType<OrderingResponse>(Assert.Single(Answered)).Items);
        Assert.Equal(["forward", "backward", "loss"], shown.FindAll("li .text").Select(item => item.ReadText()));
        Assert.Equal("backward: now 2 of 3.", shown.Find("[aria-live]").ReadText());
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
        Assert.Equal(["loss", "backward", "forward"], shown.FindAll("li .text").Select(item => item.ReadText()));
    }

    [Fact]
    public void An_item_at_the_end_stays_there()
    {
        var shown = Show<OrderingInput>(Ordering);
        Assert.Equal("true", shown.Find("button[aria-label='Move up: backward']").GetAttribute("aria-disabled"));

        shown.Find("button[aria-label='Move up: backward']").Click();
        shown.Find("button[aria-label='Move down: loss']").Click();

        Assert.Empty(Answered);
    }

    [Fact]
    public void A_damaged_stored_order_still_shows_every_item_once()
    {
        var shown = Show<OrderingInput>(Ordering, new OrderingResponse([1, 1, 9, -4]));

        Assert.Equal(["loss", "backward", "forward"], shown.FindAll("li .text").Select(item => item.ReadText()));
    }
}
