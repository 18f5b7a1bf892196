using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;
using Classroom.School.Progress;

namespace Classroom.School.Tests;

public sealed class EmptyHandInTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_quiz_that_was_handed_in_without_an_answer_is_not_done(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher, student);
        await AssignmentTests.AssignAsync(school, teacher, classId, school.Term.Slug);
        await school.Readings.MarkReadAsync(student, school.Term.Slug, Ct);

        await Quiz.HandInEmptyAsync(school, student, AttemptMode.Graded);
        await Quiz.HandInEmptyAsync(school, student, AttemptMode.Practice);

        var due = Assert.Single(await school.Progress.AssignedAsync(student, Ct));
        Assert.Equal((false, null), (due.IsDone, due.Score));
        var cell = (await school.Progress.ClassProgressAsync(teacher, classId, Ct))!.Students[0].Cells[0];
        Assert.Equal((false, null), (cell.IsDone, cell.Score));
        var term = (await school.Progress.StudentProgressAsync(student, Ct)).Single(term => term.Slug == school.Term.Slug);
        Assert.Equal((TermState.Read, null, null), (term.State, term.BestScore, term.BestPractice));
        Assert.All(await school.AttemptReader.ListAsync(student, school.Term.Slug, Ct), attempt => Assert.True(attempt.IsEmpty));
    }

    [Theory, BothProviders]
    public async Task An_empty_attempt_uses_one_of_those_that_are_allowed_or_it_would_give_the_answers_away(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, ada, ben) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, ada, ben);
        var limited = await AssignmentEditingTests.AssignAsync(
            school, teacher, classId, new NewAssignment { Slug = "", DueUtc = null, AttemptsAllowed = 1, AnswersFrom = Release.AtOnce });
        Assert.Null(await school.AssignmentStudents.SetAsync(
            teacher, limited.Id, ben.UserId, new() { AttemptsAllowed = 2 }, cancellationToken: Ct));

        foreach (var student in new[] { ada, ben })
        {
            var attempt = (await school.AttemptStarter.StartOrResumeAsync(student, limited.Id, Ct)).Value!;
            Assert.True((await school.Attempts.SubmitAsync(student, attempt.Id, Ct)).Value!.IsEmpty);
        }

        Assert.IsType<Refusal.Conflict>((await school.AttemptStarter.StartOrResumeAsync(ada, limited.Id, Ct)).Refusal);
        Assert.True((await school.AttemptStarter.StartOrResumeAsync(ben, limited.Id, Ct)).Succeeded);
        var due = Assert.Single(await school.Progress.AssignedAsync(ada, Ct));
        Assert.Equal((false, null, 0), (due.IsDone, due.Score, due.AttemptsLeft));
    }

    [Theory, BothProviders]
    public async Task One_answer_is_enough_also_a_wrong_one(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);

        await Cards.MissAsync(school, student, questions: 1);

        Assert.Equal(0.0, await school.BestScoreAsync(student));
        Assert.False(Assert.Single(await school.AttemptReader.ListAsync(student, school.Term.Slug, Ct)).IsEmpty);
    }

    [Theory, BothProviders]
    public async Task An_answer_that_was_taken_back_is_none(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var attempt = await Quiz.StartAsync(school, student);
        await Quiz.AnswerAsync(school, student, attempt, questions: 1);
        await school.Attempts.SaveAnswerAsync(student, attempt.Id, attempt.Questions[0].Planned.Question.Id, null, Ct);

        Assert.True((await school.Attempts.SubmitAsync(student, attempt.Id, Ct)).Value!.IsEmpty);
        Assert.Null(await school.BestScoreAsync(student));
    }

    [Theory, BothProviders]
    public async Task An_empty_last_attempt_leaves_the_one_before_it_the_last_that_counts(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        await AssignmentTests.AssignAsync(
            school, teacher, await school.AddClassAsync(teacher, student), school.Term.Slug, CountedAttempt.Last);
        await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: true);

        await Quiz.HandInEmptyAsync(school, student, AttemptMode.Graded);

        Assert.Equal(1.0, Assert.Single(await school.Progress.AssignedAsync(student, Ct)).Score);
    }
}
