using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Quizzes.Gift;
using Classroom.School.Questions;
using Classroom.Web.Features.Questions;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>What a teacher types becomes the question, and a question becomes what she would have typed.</summary>
public sealed class QuestionFormTests(ClassroomHost host)
{
    [Fact]
    public void Every_question_of_the_lessons_comes_back_from_its_form_as_it_was()
    {
        var questions = host.Get<Curriculum.Curriculum>().Terms.SelectMany(term => term.Quiz?.Questions ?? []).ToList();

        Assert.Equal(8, questions.DistinctBy(question => question.Kind).Count());
        Assert.All(questions, question =>
        {
            var draft = QuestionForms.Of(Stored(question)).ToDraft();
            Assert.Empty(draft.Unread);
            Assert.Empty(QuestionRules.Find(draft.Question));
            Assert.Equal(Json(question), Json(draft.Question));
            Assert.Equal(["a", "b"], draft.Tags);
        });
    }

    [Fact]
    public void What_cannot_be_read_is_named_by_its_field()
    {
        var form = new QuestionForm
        {
            Kind = QuestionKind.Number,
            Prompt = "<script>alert(1)</script>",
            Number = "three",
            Tolerance = "-1",
            Mistakes = [new() { Text = "x", Feedback = "why" }, new()],
        };

        var draft = form.ToDraft();

        Assert.Equal(["prompt", "answer", "mistakes"], draft.Unread.Select(fault => fault.Field));
        Assert.Contains("tolerance", QuestionRules.Find(draft.Question).Select(fault => fault.Field));
        Assert.Equal("", draft.Question.PromptHtml);
    }

    [Theory]
    [InlineData("What is 2 < 3?", "<p>What is 2 &lt; 3?</p>")]
    [InlineData("One\n\nTwo", "<p>One</p>\n<p>Two</p>")]
    [InlineData("Is <b>this</b> bold?", "<p>Is <strong>this</strong> bold?</p>")]
    public void A_prompt_is_plain_text_or_has_a_few_tags(string typed, string html)
    {
        var read = WrittenPrompt.Read(typed);

        Assert.Equal((html, null), (read.Html, read.Fault));
        var again = WrittenPrompt.Of(html)!;
        Assert.Equal(html, WrittenPrompt.Read(again).Html);
    }

    private static StoredQuestion Stored(Question question) => new(1, question, ["a", "b"], 1, 0, 1, "", DateTime.UnixEpoch);

    private static string Json(Question question) => QuestionJson.Write(question with { Id = "" });
}
