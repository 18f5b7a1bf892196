using Classroom.Curriculum.Quizzes;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;

namespace Classroom.Web.Tests.Pages;

/// <summary>A quiz of seven questions for 70 points, handed in by Maria with the first answered rightly and the others wrongly.</summary>
internal static class RegradeScene
{
    public const string Slug = "overfitting";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<(SchoolScene Scene, AssignmentDetails Assigned, AttemptView Attempt)> NewAsync(ClassroomHost host)
    {
        var scene = await SchoolScene.NewAsync(host);
        var assigned = (await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor,
            scene.Class.Id,
            new()
            {
                Slug = Slug,
                Kind = AssignmentKind.Quiz,
                DueUtc = host.Get<SchoolCalendar>().NowUtc.AddDays(3),
                Points = 70,
                AnswersFrom = Release.AtOnce,
            },
            Ct)).Value!;
        var maria = new Actor(scene.Maria.Person.Id, Role.Student);
        var attempt = (await host.Get<AttemptStarter>().StartOrResumeAsync(maria, assigned.Id, Ct)).Value!;
        foreach (var (question, place) in attempt.Questions.Select((answered, place) => (answered.Planned.Question, place)))
        {
            Assert.Null(await host.Get<AttemptService>().SaveAnswerAsync(maria, attempt.Id, question.Id, Answer(question, place == 0), Ct));
        }

        return (scene, assigned, (await host.Get<AttemptService>().SubmitAsync(maria, attempt.Id, Ct)).Value!);
    }

    private static Response Answer(Question question, bool right) => question switch
    {
        OneAnswerQuestion one => new OneAnswerResponse(one.Choices.ToList().FindIndex(choice => choice.IsCorrect == right)),
        SeveralAnswersQuestion several => new SeveralAnswersResponse(
            [.. Enumerable.Range(0, several.Choices.Count).Where(index => several.Choices[index].IsCorrect == right)]),
        TrueFalseQuestion truth => new TrueFalseResponse(truth.Answer == right),
        NumberQuestion number => new NumberResponse($"{number.Answer + (right ? 0 : (number.Tolerance * 2) + 7)}"),
        ShortAnswerQuestion text => new ShortAnswerResponse(right ? text.Accept[0] : "Nothing of the kind"),
        MatchingQuestion matching => new MatchingResponse(
            [.. Enumerable.Range(right ? 0 : 1, matching.Pairs.Count).Select(partner => (int?)(partner % matching.Pairs.Count))]),
        OrderingQuestion ordering => new OrderingResponse(
            [.. Enumerable.Range(0, ordering.Items.Count).Select(item => right ? item : ordering.Items.Count - 1 - item)]),
        _ => throw new InvalidOperationException($"There is no answer here yet for {question.GetType().Name}."),
    };
}
