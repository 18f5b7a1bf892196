using Classroom.School.Attempts;
using Classroom.School.Home;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>What needs a teacher today, and that it goes away once she has done it.</summary>
public sealed class TeacherDayTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Whoever_waits_is_to_be_let_in(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);

        var todo = Assert.Single((await DayAsync(school, staffed.Owner)).Todos);
        Assert.Equal((TodoKind.LetIn, staffed.ClassId, null, 1), (todo.Kind, todo.ClassId, todo.Assignment, todo.Count));
        Assert.Equal([TodoKind.LetIn], await KindsAsync(school, staffed.Teacher));

        Assert.Null(await school.WaitingRooms.AdmitAsync(staffed.Teacher, staffed.ClassId, staffed.Waiting.UserId, Ct));
        Assert.Empty(await KindsAsync(school, staffed.Owner));
    }

    [Theory, BothProviders]
    public async Task A_request_for_a_regrade_is_to_be_answered(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, students, assigned) = await Regrading.AssignAsync(school, 2);
        var attempt = await Regrading.HandInAsync(school, students[0], right: 4);
        var question = Regrading.QuestionAt(attempt, 6).Id;
        await school.RegradeRequests.AskAsync(students[0], attempt.Id, question, "I meant the same.", Ct);
        Assert.Null(await school.Posting.PostAsync(teacher, assigned.Id, Ct));

        var todo = Assert.Single((await DayAsync(school, teacher)).Todos);
        Assert.Equal((TodoKind.AnswerRegrade, assigned.Id, 1), (todo.Kind, todo.Assignment!.Id, todo.Count));

        Assert.Null(await school.RegradeRequests.AnswerAsync(teacher, attempt.Id, question, "You are right.", Ct));
        Assert.Empty(await KindsAsync(school, teacher));
    }

    [Theory, BothProviders]
    public async Task What_was_handed_in_waits_for_a_word_until_somebody_writes_and_again_when_there_is_more(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school, attempts: null);
        var other = await school.AddAsync(Role.Student, "Ben");
        Assert.Null(await school.Rosters.EnrolAsync(await school.AddAsync(Role.Admin), scene.ClassId, other.UserId, Ct));
        await scene.HandInAsync();

        var todo = Assert.Single((await DayAsync(school, scene.Teacher)).Todos);
        Assert.Equal(
            (TodoKind.GiveFeedback, 1, 2, (int?)scene.Student.UserId), (todo.Kind, todo.Count, todo.Of, todo.StudentId));
        Assert.Equal([TodoKind.GiveFeedback], await KindsAsync(school, scene.Assistant));

        school.Clock.Now += TimeSpan.FromMinutes(1);
        await scene.WriteAsync(scene.Assistant, scene.Note());
        Assert.Empty(await KindsAsync(school, scene.Teacher));
        school.Clock.Now += TimeSpan.FromMinutes(1);
        await scene.HandInAsync(right: true);
        Assert.Equal([TodoKind.GiveFeedback], await KindsAsync(school, scene.Teacher));
        school.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Null(await school.Posting.PostAsync(scene.Teacher, scene.Assigned.Id, Ct));
        Assert.Empty(await KindsAsync(school, scene.Teacher));
    }

    [Theory, BothProviders]
    public async Task Held_marks_are_to_be_posted_once_all_is_in(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school);
        var excused = await school.AddAsync(Role.Student, "Excused");
        Assert.Null(await school.Rosters.EnrolAsync(await school.AddAsync(Role.Admin), scene.ClassId, excused.UserId, Ct));
        await school.AssignmentStudents.SetAsync(
            scene.Teacher, scene.Assigned.Id, excused.UserId, new() { IsExcused = true }, cancellationToken: Ct);
        await scene.HandInAsync();

        var todo = Assert.Single((await DayAsync(school, scene.Teacher)).Todos);
        Assert.Equal((TodoKind.PostMarks, 1, 1), (todo.Kind, todo.Count, todo.Of));
        Assert.Equal([TodoKind.GiveFeedback], await KindsAsync(school, scene.Assistant));

        Assert.Null(await school.Posting.PostAsync(scene.Teacher, scene.Assigned.Id, Ct));
        Assert.Empty(await KindsAsync(school, scene.Teacher));
    }

    [Theory, BothProviders]
    public async Task Overdue_work_is_counted_until_it_is_in_or_was_closed_for_two_weeks(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var due = school.Clock.Now.AddDays(5);
        var (teacher, students, assigned) = await Regrading.AssignAsync(
            school, 4, new() { Slug = "", DueUtc = due, ClosesUtc = due.AddDays(2) });
        await school.AssignmentStudents.SetAsync(
            teacher, assigned.Id, students[1].UserId, new() { Points = 7, Reason = "On paper" }, cancellationToken: Ct);
        await school.AssignmentStudents.SetAsync(
            teacher, assigned.Id, students[2].UserId, new() { DueUtc = due.AddDays(1) }, cancellationToken: Ct);
        Assert.Empty(await KindsAsync(school, teacher));

        school.Clock.Now = due.AddHours(1);
        var todos = (await DayAsync(school, teacher)).Todos;
        Assert.Equal([(TodoKind.Overdue, 2, 4), (TodoKind.NotBegun, 1, 4)], todos.Select(todo => (todo.Kind, todo.Count, todo.Of)));
        Assert.Equal([due, due.AddDays(1)], todos.Select(todo => todo.DueUtc!.Value));

        await Quiz.HandInAsync(school, students[0], AttemptMode.Graded, right: true);
        school.Clock.Now = due.AddDays(1).AddHours(1);
        todos = (await DayAsync(school, teacher)).Todos;
        Assert.Equal([(TodoKind.PostMarks, 2), (TodoKind.Overdue, 2)], todos.Select(todo => (todo.Kind, todo.Count)));

        // One of them had a day more, and two weeks with it.
        school.Clock.Now = due.AddDays(2 + 14).AddHours(1);
        Assert.Equal(2, (await DayAsync(school, teacher)).Todos.Single(todo => todo.Kind == TodoKind.Overdue).Count);
        school.Clock.Now = due.AddDays(2 + 15);
        Assert.Equal(1, (await DayAsync(school, teacher)).Todos.Single(todo => todo.Kind == TodoKind.Overdue).Count);
        school.Clock.Now = due.AddDays(2 + 16);
        Assert.Equal([TodoKind.PostMarks], await KindsAsync(school, teacher));
    }

    [Theory, BothProviders]
    public async Task What_is_due_tomorrow_is_told_by_the_days_of_the_class(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student);
        var details = (await school.Classes.GetAsync(teacher, classId, Ct))!;
        Assert.Null(await school.ClassSettings.ChangeAsync(
            teacher, classId, details.Settings with { TimeZone = "Pacific/Apia" }, details.Version, Ct));

        // 9 PM on Wednesday in Apia is 8 AM on Wednesday in UTC; due at 1 AM on Friday there, which is Thursday in UTC.
        school.Clock.Now = new DateTime(2026, 12, 2, 8, 0, 0, DateTimeKind.Utc);
        await AssignmentEditingTests.AssignAsync(
            school, teacher, classId, new() { Slug = "", DueUtc = new DateTime(2026, 12, 3, 12, 0, 0, DateTimeKind.Utc) });
        Assert.Empty(await KindsAsync(school, teacher));

        school.Clock.Now = new DateTime(2026, 12, 2, 12, 0, 0, DateTimeKind.Utc);
        Assert.Equal([TodoKind.NotBegun], await KindsAsync(school, teacher));
        await Quiz.StartAsync(school, student);
        Assert.Empty(await KindsAsync(school, teacher));
    }

    [Theory, BothProviders]
    public async Task A_draft_and_what_is_not_open_yet_ask_for_nothing(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student);
        var due = school.Clock.Now.AddHours(20);
        await AssignmentEditingTests.AssignAsync(school, teacher, classId, new() { Slug = "", DueUtc = due, IsDraft = true });
        await AssignmentEditingTests.AssignAsync(
            school, teacher, classId, new() { Slug = "", DueUtc = due.AddMinutes(1), OpensUtc = school.Clock.Now.AddHours(1) });

        Assert.Empty(await KindsAsync(school, teacher));
        Assert.Equal(1, (await DayAsync(school, teacher)).Coming[classId].Single().Students);
        school.Clock.Now += TimeSpan.FromHours(1);
        Assert.Equal([TodoKind.NotBegun], await KindsAsync(school, teacher));
    }

    private static Task<TeacherDay> DayAsync(TestSchool school, Actor actor) => school.TeacherDays.ReadAsync(actor, Ct);

    private static async Task<IEnumerable<TodoKind>> KindsAsync(TestSchool school, Actor actor) =>
        (await DayAsync(school, actor)).Todos.Select(todo => todo.Kind);
}
