using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>What a student sees of a graded quiz that she has handed in, and when.</summary>
public sealed class ReleaseTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Scores_that_are_held_are_seen_nowhere_by_the_student_and_by_her_teacher_at_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student, assigned) = await AssignmentStudentTests.AssignAsync(
            school, new() { Slug = "", DueUtc = null, ScoresFrom = Release.WhenPosted, AnswersFrom = Release.WhenPosted });

        var handedIn = await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: true);

        Assert.Equal((new Hold(null, true), null), (handedIn.Scores, handedIn.Score));
        Assert.All(handedIn.Questions, question => Assert.Null(question.Score));
        Assert.Null((await school.AttemptReader.GetAsync(student, handedIn.Id, Ct))!.Score);
        Assert.Null(Assert.Single(await school.AttemptReader.ListAsync(student, school.Term.Slug, Ct)).Score);
        var mine = Assert.Single(await school.Progress.AssignedAsync(student, Ct));
        Assert.Equal((null, false), (mine.Score, mine.Work.Counted is null));
        Assert.Null(await school.BestScoreAsync(student));
        Assert.Equal(1.0, (await school.AttemptReader.GetAsync(teacher, handedIn.Id, Ct))!.Score);
        Assert.Equal(1.0, (await school.Progress.ClassProgressAsync(teacher, assigned.ClassId, Ct))!.Students[0].Cells[0].Score);

        await PostAsync(school, assigned.Id);

        Assert.Equal(1.0, (await school.AttemptReader.GetAsync(student, handedIn.Id, Ct))!.Score);
        Assert.Equal(1.0, Assert.Single(await school.Progress.AssignedAsync(student, Ct)).Score);
        Assert.Equal(1.0, await school.BestScoreAsync(student));
    }

    [Theory]
    [InlineData(Provider.Sqlite, Release.AtOnce, "seen seen seen")]
    [InlineData(Provider.Postgres, Release.AfterDue, "date seen seen")]
    [InlineData(Provider.Sqlite, Release.AfterDue, "date seen seen")]
    [InlineData(Provider.Postgres, Release.WhenPosted, "posted posted seen")]
    [InlineData(Provider.Sqlite, Release.Never, "never never never")]
    public async Task Right_answers_come_when_the_teacher_has_said(Provider provider, Release from, string expected)
    {
        await using var school = await templates.OpenAsync(provider);
        var (_, student, assigned) = await AssignmentStudentTests.AssignAsync(school, new() { Slug = "", DueUtc = null, AnswersFrom = from });
        var seen = new List<string> { Say(await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: false)) };
        var id = (await school.AttemptReader.ListAsync(student, school.Term.Slug, Ct))[0].Id;

        school.Clock.Now = assigned.DueUtc.AddMinutes(1);
        seen.Add(Say((await school.AttemptReader.GetAsync(student, id, Ct))!));
        await PostAsync(school, assigned.Id);
        seen.Add(Say((await school.AttemptReader.GetAsync(student, id, Ct))!));

        Assert.Equal(expected, string.Join(' ', seen));

        static string Say(AttemptView view) => view.Answers switch
        {
            null => "seen",
            { UntilUtc: not null } => "date",
            { UntilPosted: true } => "posted",
            _ => "never",
        };
    }

    [Theory, BothProviders]
    public async Task A_review_does_not_tell_the_answers_of_a_quiz_that_still_holds_them(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (_, student, assigned) = await AssignmentStudentTests.AssignAsync(school, new() { Slug = "", DueUtc = null });
        await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: false);
        school.Clock.Now = assigned.DueUtc;
        Assert.Equal(0, await school.Reviews.DueCountAsync(student, Ct));
        Assert.Empty(await school.Reviews.DueAsync(student, Ct));
        Assert.Empty((await school.Reviews.OutlookAsync(student, Ct)).Terms);

        school.Clock.Now = assigned.DueUtc.AddDays(1);
        Assert.NotEqual(0, await school.Reviews.DueCountAsync(student, Ct));
        Assert.NotEmpty(await school.Reviews.DueAsync(student, Ct));
    }

    [Theory, BothProviders]
    public async Task A_teacher_sees_what_a_student_did_for_her_class_and_not_what_for_another(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student, assigned) = await AssignmentStudentTests.AssignAsync(school, new() { Slug = "", DueUtc = null });
        var other = await school.AddAsync(Role.Teacher);
        var otherClass = await school.AddClassAsync(other, student);

        var handedIn = await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: true);
        var practice = await Quiz.HandInAsync(school, student, AttemptMode.Practice, right: true);

        Assert.NotNull(await school.AttemptReader.GetAsync(teacher, handedIn.Id, Ct));
        Assert.Null(await school.AttemptReader.GetAsync(other, handedIn.Id, Ct));
        Assert.NotNull(await school.AttemptReader.GetAsync(other, practice.Id, Ct));
        Assert.Equal(1.0, await BestAsync(teacher, assigned.ClassId));
        Assert.Null(await BestAsync(other, otherClass));

        async Task<double?> BestAsync(Actor reader, int classId) =>
            (await school.Progress.StudentOfClassAsync(reader, classId, student.UserId, Ct))!.Terms.Max(term => term.BestScore);
    }

    private static async Task PostAsync(TestSchool school, int assignmentId)
    {
        await using var db = school.OpenContext();
        DateTime? now = school.Clock.Now;
        await db.Assignments.Where(a => a.Id == assignmentId).ExecuteUpdateAsync(set => set.SetProperty(a => a.PostedUtc, now), Ct);
    }
}
