using Classroom.Curriculum.Quizzes;
using Classroom.Web.Features.Quizzes;
using Classroom.Web.Shared;
using static Classroom.Web.Tests.Quizzes.QuizQuestions;

namespace Classroom.Web.Tests.Quizzes;

public sealed class QuizAnswersTests
{
    [Fact]
    public void An_answer_reads_as_the_student_gave_it()
    {
        Assert.Equal(["third"], Answers.InWords(OneAnswer.Question, new OneAnswerResponse(2)));
        Assert.Equal(["stays"], Answers.InWords(ReadChart.Question, new OneAnswerResponse(2)));
        Assert.Equal(["zero", "three"], Answers.InWords(SeveralAnswers.Question, new SeveralAnswersResponse([3, 0, 3])));
        Assert.Equal(["True"], Answers.InWords(TrueFalse.Question, new TrueFalseResponse(true)));
        Assert.Equal(["7 steps"], Answers.InWords(Number.Question, new NumberResponse(" 7 ")));
        Assert.Equal(["7 steps"], Answers.InWords(Number.Question, new NumberResponse("7 steps")));
        Assert.Equal(["Val loss"], Answers.InWords(ShortAnswer.Question, new ShortAnswerResponse("Val loss ")));
        Assert.Equal(
            ["cat → barks", "dog → nothing chosen", "cow → nothing chosen"],
            Answers.InWords(Matching.Question, new MatchingResponse([1, null])));
        Assert.Equal(["loss", "forward"], Answers.InWords(Ordering.Question, new OrderingResponse([1, 0])));
    }

    [Fact]
    public void The_right_answer_reads_as_a_person_would_write_it()
    {
        Assert.Equal(["second"], Answers.Right(OneAnswer.Question));
        Assert.Equal(["climbs"], Answers.Right(ReadChart.Question));
        Assert.Equal(["zero", "two"], Answers.Right(SeveralAnswers.Question));
        Assert.Equal(["False"], Answers.Right(TrueFalse.Question));
        Assert.Equal(["12.5 steps"], Answers.Right(Number.Question));
        Assert.Equal(["validation loss"], Answers.Right(ShortAnswer.Question));
        Assert.Equal(["cat → meows", "dog → barks", "cow → moos"], Answers.Right(Matching.Question));
        Assert.Equal(["forward", "loss", "backward"], Answers.Right(Ordering.Question));
    }

    [Fact]
    public void Nonsense_reads_as_no_answer()
    {
        Assert.Empty(Answers.InWords(OneAnswer.Question, null));
        Assert.Empty(Answers.InWords(OneAnswer.Question, new OneAnswerResponse(-1)));
        Assert.Empty(Answers.InWords(SeveralAnswers.Question, new SeveralAnswersResponse([4])));
        Assert.Empty(Answers.InWords(Number.Question, new ShortAnswerResponse("7")));
        Assert.Empty(Answers.InWords(Ordering.Question, new OrderingResponse([3])));
    }

    [Fact]
    public void Matching_is_complete_only_with_a_partner_for_each()
    {
        Assert.False(Answers.IsComplete(Matching.Question, new MatchingResponse([0, null, 2])));
        Assert.False(Answers.IsComplete(Matching.Question, new MatchingResponse([0, 1])));
        Assert.True(Answers.IsComplete(Matching.Question, new MatchingResponse([2, 2, 2])));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("0", true)]
    public void White_space_is_no_answer(string typed, bool complete)
    {
        Assert.Equal(complete, Answers.IsComplete(Number.Question, new NumberResponse(typed)));
        Assert.Equal(complete, Answers.IsComplete(ShortAnswer.Question, new ShortAnswerResponse(typed)));
    }

    [Theory]
    [InlineData("3/4", true)]
    [InlineData("-", true)]
    [InlineData("about 7", true)]
    [InlineData("− 3", false)]
    [InlineData("12,912", false)]
    [InlineData("", false)]
    public void What_cannot_be_read_as_a_number_does_not_count_as_answered(string typed, bool unreadable)
    {
        Assert.Equal(unreadable, Answers.IsUnreadable(Number.Question, new NumberResponse(typed)));
        Assert.Equal(typed.Length > 0 && !unreadable, Answers.IsComplete(Number.Question, new NumberResponse(typed)));
    }

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.125, "13%")]
    [InlineData(0.999, "99%")]
    [InlineData(1, "100%")]
    public void A_hundred_percent_is_kept_for_what_is_wholly_right(double score, string shown) =>
        Assert.Equal(shown, Percent.Format(score));

    [Fact]
    public void A_question_that_left_the_bank_and_one_without_an_answer_are_told_apart()
    {
        Assert.Equal("Does not count", Verdict.From(null, answered: true).Word);
        Assert.Equal("Not answered", Verdict.From(0, answered: false).Word);
        Assert.Equal("Not right", Verdict.From(0, answered: true).Word);
        Assert.Equal("Partly right", Verdict.From(0.5, answered: true).Word);
    }
}
