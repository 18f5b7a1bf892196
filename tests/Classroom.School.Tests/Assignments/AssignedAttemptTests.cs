using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>For which assignment a graded quiz is taken, and when it can be.</summary>
public sealed class AssignedAttemptTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_graded_attempt_counts_for_the_class_that_assigned_it_and_for_no_other(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, other, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher),
            await school.AddAsync(Role.Student));
        var (first, second) = (await school.AddClassAsync(teacher, student), await school.AddClassAsync(other, student));
        await AssignmentEditingTests.AssignAsync(school, other, second, new() { Slug = "", DueUtc = school.Clock.Now.AddDays(5) });
        await AssignmentEditingTests.AssignAsync(school, teacher, first);

        await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: true);
        Assert.Equal([1.0, null], await ScoresAsync(school, student));

        await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: false);
        Assert.Equal([1.0, 0.0], await ScoresAsync(school, student));
    }

    [Theory, BothProviders]
    public async Task A_quiz_begins_once_it_is_open_and_as_often_as_is_allowed(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var now = school.Clock.Now;
        await AssignmentEditingTests.AssignAsync(
            school,
            teacher,
            await school.AddClassAsync(teacher, student),
            new() { Slug = "", DueUtc = null, OpensUtc = now.AddDays(1), AttemptsAllowed = 1 });

        Assert.Contains("opens on", await RefusalAsync(school, student), StringComparison.Ordinal);
        school.Clock.Now = now.AddDays(1);
        await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: true);

        Assert.Contains("once", await RefusalAsync(school, student), StringComparison.Ordinal);
        Assert.Equal(0, Assert.Single(await school.Progress.AssignedAsync(student, Ct)).AttemptsLeft);
        Assert.Equal(1.0, (await Quiz.HandInAsync(school, student, AttemptMode.Practice, right: true)).Score);
    }

    /// <summary>Or a student could look at the questions first.</summary>
    [Theory, BothProviders]
    public async Task With_a_time_limit_an_empty_attempt_is_one_of_those_that_are_allowed(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        await AssignmentEditingTests.AssignAsync(
            school,
            teacher,
            await school.AddClassAsync(teacher, student),
            new() { Slug = "", DueUtc = null, AttemptsAllowed = 2, Minutes = 10 });

        await Quiz.HandInEmptyAsync(school, student, AttemptMode.Graded);

        var due = Assert.Single(await school.Progress.AssignedAsync(student, Ct));
        Assert.Equal((1, false, null), (due.AttemptsLeft, due.IsDone, due.Score));
        await Quiz.HandInEmptyAsync(school, student, AttemptMode.Graded);
        Assert.Contains("2 times", await RefusalAsync(school, student), StringComparison.Ordinal);
        Assert.False(Assert.Single(await school.Progress.AssignedAsync(student, Ct)).IsDone);
    }

    [Theory, BothProviders]
    public async Task A_student_of_two_classes_chooses_for_which_one_it_is(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var now = school.Clock.Now;
        await AssignmentEditingTests.AssignAsync(school, teacher, await school.AddClassAsync(teacher, student));
        var later = await AssignmentEditingTests.AssignAsync(
            school, teacher, await school.AddClassAsync(teacher, student), new() { Slug = "", DueUtc = now.AddDays(30) });
        var foreign = await AssignmentEditingTests.AssignAsync(school, teacher, await school.AddClassAsync(teacher));

        Assert.IsType<Refusal.NotFound>((await StartForAsync(foreign.Id)).Refusal);
        var attempt = (await StartForAsync(later.Id)).Value!;

        Assert.Equal(later.Id, attempt.AssignmentId);

        Task<Outcome<AttemptView>> StartForAsync(int assignmentId) => school.AttemptStarter.StartOrResumeAsync(
            student, school.Term.Slug, AttemptMode.Graded, QuestionLevel.Core, assignmentId, Ct);
    }

    [Theory, BothProviders]
    public async Task When_it_closes_what_is_saved_is_handed_in_as_of_then_and_nothing_later_is_taken(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, back, away) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student),
            await school.AddAsync(Role.Student));
        var closes = school.Clock.Now.AddDays(4);
        await AssignmentEditingTests.AssignAsync(
            school, teacher, await school.AddClassAsync(teacher, back, away), new() { Slug = "", DueUtc = null, ClosesUtc = closes });
        var attempts = new Dictionary<Actor, AttemptView>();
        foreach (var student in new[] { back, away })
        {
            attempts[student] = await Quiz.StartAsync(school, student);
            await Quiz.AnswerAsync(school, student, attempts[student], 2);
        }

        school.Clock.Now = closes.AddMinutes(1);
        var question = attempts[back].Questions[2].Planned.Question;
        var late = await school.Attempts.SaveAnswerAsync(back, attempts[back].Id, question.Id, Quiz.RightAnswer(question), Ct);
        await school.Attempts.SubmitAsync(back, attempts[back].Id, Ct);
        await school.Attempts.HandInEndedAsync(Ct);
        await school.Attempts.HandInEndedAsync(Ct);

        Assert.Contains("closed on", Assert.IsType<Refusal.Conflict>(late).Message, StringComparison.Ordinal);
        foreach (var (student, attempt) in attempts)
        {
            var handedIn = (await school.AttemptReader.GetAsync(student, attempt.Id, Ct))!;
            Assert.Equal(closes, handedIn.SubmittedUtc);
            Assert.Equal(2.0 / attempt.Questions.Count, handedIn.Score!.Value, 9);
            Assert.Contains("closed on", await RefusalAsync(school, student), StringComparison.Ordinal);
        }
    }

    [Theory, BothProviders]
    public async Task Work_stays_when_its_assignment_is_removed(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student);
        var assigned = await AssignmentEditingTests.AssignAsync(school, teacher, classId);
        var attempt = await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: true);
        Assert.Equal(assigned.Id, attempt.AssignmentId);

        Assert.Null(await school.Assignments.RemoveAsync(teacher, classId, assigned.Id, Ct));

        var kept = (await school.AttemptReader.GetAsync(student, attempt.Id, Ct))!;
        Assert.Equal((1.0, null), (kept.Score, kept.AssignmentId));
        Assert.Equal(1.0, await school.BestScoreAsync(student));
    }

    private static async Task<string> RefusalAsync(TestSchool school, Actor student) => Assert.IsType<Refusal.Conflict>(
        (await school.AttemptStarter.StartOrResumeAsync(student, school.Term.Slug, AttemptMode.Graded, QuestionLevel.Core, Ct)).Refusal).Message;

    private static async Task<IEnumerable<double?>> ScoresAsync(TestSchool school, Actor student) =>
        (await school.Progress.AssignedAsync(student, Ct)).Select(due => due.Score);
}
