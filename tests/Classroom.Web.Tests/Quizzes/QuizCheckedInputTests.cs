using Bunit;
using Classroom.Curriculum.Quizzes;
using Classroom.Web.Features.Quizzes;
using static Classroom.Web.Tests.Quizzes.QuizQuestions;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>Every kind of question: what is stored, read-only or checked.</summary>
public sealed class QuizCheckedInputTests : QuizInputContext
{
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

        Assert.Empty(Answered);
    }

    [Fact]
    public void A_check_marks_what_was_picked_and_nothing_else()
    {
        Assert.Equal(["third Not right"], Marked(Show<OneAnswerInput>(OneAnswer, new OneAnswerResponse(2), check: true)));
        Assert.Equal(["stays Not right"], Marked(Show<OneAnswerInput>(ReadChart, new OneAnswerResponse(2), check: true)));
        Assert.Equal(["second Right"], Marked(Show<OneAnswerInput>(OneAnswer, new OneAnswerResponse(1), check: true)));
        Assert.Equal(
            ["one Not right", "zero Right"],
            Marked(Show<SeveralAnswersInput>(SeveralAnswers, new SeveralAnswersResponse([0, 1]), check: true)));
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

        var said = shown.Find("[aria-live]").ReadText();
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

        Assert.Equal("Partly right.", shown.Find("strong").ReadText());
    }

    [Fact]
    public void Each_kind_is_shown_by_its_own_part_and_says_what_to_do()
    {
        PlannedQuestion[] all = [OneAnswer, SeveralAnswers, TrueFalse, Number, ShortAnswer, Matching, Ordering, ReadChart];
        foreach (var planned in all)
        {
            var shown = Render<QuestionCard>(parameters => parameters.Add(card => card.Planned, planned));

            Assert.Contains(planned.Question.PromptHtml, shown.Markup, StringComparison.Ordinal);
            Assert.Equal(planned.Question.Hint, shown.Find("details p").ReadText());
            Assert.NotEqual("", shown.Find("legend, label").ReadText());
            Assert.DoesNotContain(planned.Question.Explanation, shown.Markup, StringComparison.Ordinal);
        }
    }
}
