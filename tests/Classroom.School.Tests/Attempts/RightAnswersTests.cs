using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>From when on a handed-in attempt may show the right answers; null means at once.</summary>
public sealed class RightAnswersTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task While_another_attempt_would_count_a_graded_quiz_keeps_the_right_answers_until_the_last_due_date_has_passed(
        Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        await AssignmentTests.AssignAsync(school, teacher, await school.AddClassAsync(teacher, student), school.Term.Slug);
        var (begin, due) = (school.Clock.Now, school.Clock.Now.AddDays(5));
        await school.Assignments.AssignAsync(
            teacher, await school.AddClassAsync(teacher, student), new NewAssignment { Slug = school.Term.Slug, DueUtc = due }, Ct);

        var handedIn = await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: false);
        async Task<DateTime?> FromAsync(DateTime now)
        {
            school.Clock.Now = now;
            return (await school.AttemptReader.GetAsync(student, handedIn.Id, Ct))!.Answers?.UntilUtc;
        }

        Assert.Equal(due, handedIn.Answers?.UntilUtc);
        Assert.Equal(due, (await school.Attempts.SubmitAsync(student, handedIn.Id, Ct)).Value!.Answers?.UntilUtc);
        Assert.Equal(due, await FromAsync(begin.AddDays(4)));
        Assert.Equal(due, await FromAsync(due));
        Assert.Null(await FromAsync(due.AddSeconds(1)));
    }

    [Theory, BothProviders]
    public async Task Where_nothing_is_assigned_to_her_a_graded_quiz_shows_them_at_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        await school.AddClassAsync(teacher, student);
        await AssignmentTests.AssignAsync(
            school, teacher, await school.AddClassAsync(teacher, await school.AddAsync(Role.Student)), school.Term.Slug);

        Assert.Null((await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: false)).Answers);
    }

    [Theory, BothProviders]
    public async Task Practice_shows_them_at_once_and_a_graded_attempt_does_to_those_who_teach(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        await AssignmentTests.AssignAsync(school, teacher, await school.AddClassAsync(teacher, student), school.Term.Slug);

        var graded = await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: false);

        Assert.Null((await Quiz.HandInAsync(school, student, AttemptMode.Practice, right: false)).Answers);
        Assert.NotNull(graded.Answers);
        Assert.Null((await school.AttemptReader.GetAsync(teacher, graded.Id, Ct))!.Answers);
    }
}
