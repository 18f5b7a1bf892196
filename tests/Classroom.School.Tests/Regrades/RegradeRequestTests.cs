using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Audit;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>A student asks for a regrade in words, and her teacher answers.</summary>
public sealed class RegradeRequestTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_student_asks_once_for_each_question_and_reads_the_answer(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, students, assigned) = await Regrading.AssignAsync(school, 2);
        var attempt = await Regrading.HandInAsync(school, students[0], right: 4);
        var question = Regrading.QuestionAt(attempt, 6);

        foreach (var text in new[] { null, " ", new string('a', 501), "a\u0000b" })
        {
            Assert.IsType<Refusal.Invalid>(await school.RegradeRequests.AskAsync(students[0], attempt.Id, question.Id, text, Ct));
        }

        Assert.Null(await school.RegradeRequests.AskAsync(students[0], attempt.Id, question.Id, " I meant the same. ", Ct));
        Assert.IsType<Refusal.Conflict>(await school.RegradeRequests.AskAsync(students[0], attempt.Id, question.Id, "Again", Ct));
        Assert.Equal(1, (await school.RegradeRequestReader.CountOpenAsync(teacher, assigned.ClassId, Ct))[assigned.Id]);
        var open = Assert.Single((await school.RegradeRequestReader.ListAsync(teacher, assigned.Id, Ct))!);
        Assert.Equal(("I meant the same.", true, "Student 00"), (open.Text, open.IsOpen, open.Student.DisplayName));
        Assert.Equal(ResponseJson.Write(Regrading.WrongAnswer(question)), ResponseJson.Write(open.Response!));
        Assert.Empty(await school.RegradeRequestReader.OwnAnsweredAsync(students[0], Ct));

        Assert.IsType<Refusal.Invalid>(await school.RegradeRequests.AnswerAsync(teacher, attempt.Id, question.Id, "", Ct));
        Assert.Null(await school.RegradeRequests.AnswerAsync(teacher, attempt.Id, question.Id, "You are right.", Ct));
        Assert.IsType<Refusal.Conflict>(await school.RegradeRequests.AnswerAsync(teacher, attempt.Id, question.Id, "Or not.", Ct));

        var own = Assert.Single(await school.RegradeRequestReader.OwnAnsweredAsync(students[0], Ct));
        Assert.Equal(("You are right.", false), (own.Answer, own.IsOpen));
        Assert.Equal(own.Answer, Assert.Single(await school.RegradeRequestReader.OfAttemptAsync(students[0], attempt.Id, Ct)).Answer);
        Assert.Empty(await school.RegradeRequestReader.OfAttemptAsync(students[1], attempt.Id, Ct));
        Assert.Empty(await school.RegradeRequestReader.CountOpenAsync(teacher, assigned.ClassId, Ct));
        var lines = (await school.Audit.ListAsync(await school.AddAsync(Role.Admin), cancellationToken: Ct))!.Items;
        Assert.Single(lines, line => line.Action == AuditAction.RegradeRequested);
        Assert.Single(lines, line => line.Action == AuditAction.RegradeAnswered);
    }

    [Theory, BothProviders]
    public async Task Only_her_own_question_can_be_asked_about_and_only_her_teachers_see_and_answer(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, students, assigned) = await Regrading.AssignAsync(school, 2);
        var attempt = await Regrading.HandInAsync(school, students[0], right: 4);
        var question = Regrading.QuestionAt(attempt, 6).Id;
        var stranger = await school.AddAsync(Role.Teacher);
        await school.AddClassAsync(stranger);

        foreach (var actor in new[] { students[1], stranger, teacher })
        {
            Assert.IsType<Refusal.NotFound>(await school.RegradeRequests.AskAsync(actor, attempt.Id, question, "Why?", Ct));
        }

        Assert.IsType<Refusal.NotFound>(await school.RegradeRequests.AskAsync(students[0], attempt.Id, "no-such", "Why?", Ct));
        Assert.Null(await school.RegradeRequests.AskAsync(students[0], attempt.Id, question, "Why?", Ct));
        foreach (var actor in new[] { students[1], stranger })
        {
            Assert.IsType<Refusal.NotFound>(await school.RegradeRequests.AnswerAsync(actor, attempt.Id, question, "No.", Ct));
            Assert.Null(await school.RegradeRequestReader.ListAsync(actor, assigned.Id, Ct));
            Assert.Empty(await school.RegradeRequestReader.CountOpenAsync(actor, assigned.ClassId, Ct));
        }
    }

    [Theory, BothProviders]
    public async Task Nobody_can_ask_before_the_right_answers_are_to_be_seen(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (_, students, assigned) = await Regrading.AssignAsync(
            school, 1, new() { Slug = "", DueUtc = null, AnswersFrom = Release.AfterDue });
        var attempt = await Regrading.HandInAsync(school, students[0], right: 4);
        var question = Regrading.QuestionAt(attempt, 6).Id;

        Assert.IsType<Refusal.Conflict>(await school.RegradeRequests.AskAsync(students[0], attempt.Id, question, "Why?", Ct));
        school.Clock.Now = assigned.DueUtc.AddMinutes(1);
        Assert.Null(await school.RegradeRequests.AskAsync(students[0], attempt.Id, question, "Why?", Ct));
    }
}
