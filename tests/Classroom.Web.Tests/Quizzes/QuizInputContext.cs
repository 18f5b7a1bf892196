using Bunit;
using Classroom.Curriculum.Quizzes;
using Classroom.Web.Features.Quizzes;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>Shows the input of one question, and keeps what it answers.</summary>
public abstract class QuizInputContext : BunitContext
{
    protected List<Response?> Answered { get; } = [];

    protected IRenderedComponent<T> Show<T>(PlannedQuestion planned, Response? response = null, bool readOnly = false, bool check = false)
        where T : QuestionInput => Render<T>(parameters => parameters
            .Add(input => input.Planned, planned)
            .Add(input => input.Response, response)
            .Add(input => input.ResponseChanged, Answered.Add)
            .Add(input => input.ReadOnly, readOnly)
            .Add(input => input.Grade, check ? Grading.Grade(planned.Question, response) : null));

    protected static IEnumerable<string> Texts<T>(IRenderedComponent<T> shown)
        where T : QuestionInput => shown.FindAll(".choice .text").Select(text => text.ReadText());

    protected static IEnumerable<string> Marked<T>(IRenderedComponent<T> shown)
        where T : QuestionInput => shown.FindAll(".choice").Where(choice => choice.QuerySelector(".pill") is not null)
            .Select(choice => $"{choice.QuerySelector(".text")!.ReadText()} {choice.QuerySelector(".pill")!.ReadText()}");

    protected static IEnumerable<string> Pills<T>(IRenderedComponent<T> shown)
        where T : QuestionInput => shown.FindAll(".pill").Select(pill => pill.ReadText());
}
