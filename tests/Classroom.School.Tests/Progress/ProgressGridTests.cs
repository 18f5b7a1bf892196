using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Feedback;
using Classroom.School.People;
using Classroom.School.Progress;

namespace Classroom.School.Tests;

/// <summary>The states, the most-missed question and the feedback of a class's progress, and what they cost.</summary>
public sealed class ProgressGridTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_cell_says_how_far_its_student_has_come(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, classId, students, assigned) = await ClassOfAsync(school, 7);
        await school.Readings.MarkReadAsync(students[1], school.Term.Slug, Ct);
        await Quiz.StartAsync(school, students[2]);
        await Quiz.HandInEmptyAsync(school, students[3], AttemptMode.Graded);
        await Quiz.HandInAsync(school, students[4], AttemptMode.Graded, right: false);
        await Quiz.HandInAsync(school, students[5], AttemptMode.Graded, right: true);
        await school.AssignmentStudents.SetAsync(
            teacher, assigned.Id, students[6].UserId, new() { IsExcused = true }, cancellationToken: Ct);

        Assert.Equal(
            [
                (ProgressState.NotBegun, false), (ProgressState.Reading, false), (ProgressState.Begun, false), (ProgressState.Begun, true),
                (ProgressState.BelowPassing, false), (ProgressState.Mastered, false), (ProgressState.Excused, false),
            ],
            (await CellsAsync()).Select(cell => (cell.State, cell.HasEmptyAttempt)));
        Assert.All(await CellsAsync(), cell => Assert.False(cell.IsOverdue));

        school.Clock.Now = assigned.DueUtc.AddSeconds(1);
        Assert.Equal([true, true, true, true, false, false, false], (await CellsAsync()).Select(cell => cell.IsOverdue));

        async Task<IReadOnlyList<ProgressCell>> CellsAsync() =>
            [.. (await school.Progress.ClassProgressAsync(teacher, classId, Ct))!.Students.Select(row => Assert.Single(row.Cells))];
    }

    [Theory, BothProviders]
    public async Task Feedback_is_needed_given_and_overtaken_by_work(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school, attempts: null);
        Assert.Equal(FeedbackState.None, await StateAsync());
        await scene.HandInAsync();
        Assert.Equal(FeedbackState.Needed, await StateAsync());
        school.Clock.Now += TimeSpan.FromMinutes(1);
        var id = await scene.WriteAsync(scene.Teacher, scene.Note());
        Assert.Equal(FeedbackState.Given, await StateAsync());
        school.Clock.Now += TimeSpan.FromMinutes(1);
        await Quiz.StartAsync(school, scene.Student);
        Assert.Equal(FeedbackState.WorkedSince, await StateAsync());
        await school.Feedback.WithdrawAsync(scene.Teacher, id, Ct);
        Assert.Equal(FeedbackState.Needed, await StateAsync());

        async Task<FeedbackState> StateAsync() =>
            (await school.Progress.ClassProgressAsync(scene.Teacher, scene.ClassId, Ct))!.Students[0].Cells[0].Feedback;
    }

    [Theory, BothProviders]
    public async Task The_most_missed_question_is_named_once_a_few_have_handed_in(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, classId, students, _) = await ClassOfAsync(school, 6);
        await Quiz.HandInAsync(school, students[0], AttemptMode.Graded, right: true);
        await Quiz.HandInAsync(school, students[1], AttemptMode.Graded, right: false);
        await Quiz.HandInEmptyAsync(school, students[2], AttemptMode.Graded);
        await Quiz.HandInAsync(school, students[3], AttemptMode.Practice, right: false);
        Assert.Null(await MissedAsync());

        var counts = new Dictionary<string, (int Missed, int Asked)>();
        foreach (var student in students[3..])
        {
            await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: false);
        }

        await using (var db = school.OpenContext())
        {
            foreach (var answer in db.Attempts.Where(a => a.Mode == AttemptMode.Graded && a.Answers.Any(r => r.ResponseJson != null))
                .SelectMany(a => a.Answers))
            {
                var (missed, asked) = counts.GetValueOrDefault(answer.QuestionId);
                counts[answer.QuestionId] = (missed + (answer.Score < 1 ? 1 : 0), asked + 1);
            }
        }

        var found = (await MissedAsync())!;
        Assert.Equal(counts[found.QuestionId], (found.Missed, found.Asked));
        Assert.True(found.Asked >= MissedQuestion.FewestAsked);
        var highest = counts.Values.Where(count => count.Asked >= MissedQuestion.FewestAsked)
            .Max(count => (double)count.Missed / count.Asked);
        Assert.Equal(highest, (double)found.Missed / found.Asked, 9);
        Assert.Equal(school.Term.Quiz!.Find(found.QuestionId)!.PromptText, found.Prompt);

        async Task<MissedQuestion?> MissedAsync() =>
            Assert.Single((await school.Progress.ClassProgressAsync(teacher, classId, Ct))!.Missed);
    }

    [Theory, BothProviders]
    public async Task A_large_class_costs_as_many_queries_as_a_small_one_and_never_more_than_twelve(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, classId, students, _) = await ClassOfAsync(school, 12);
        var terms = school.Curriculum.Terms.Where(term => term.HasLesson && term.Slug != school.Term.Slug).Take(8).ToList();
        foreach (var term in terms)
        {
            await AssignmentTests.AssignAsync(school, teacher, classId, term.Slug);
        }

        foreach (var student in students)
        {
            await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: false);
        }

        school.Queries.Take();
        var progress = await school.Progress.ClassProgressAsync(teacher, classId, Ct);
        Assert.InRange(school.Queries.Take(), 1, 12);
        Assert.Equal((12, 9), (progress!.Students.Count, progress.Assignments.Count));
        await school.ProgressStamps.ReadAsync(teacher, classId, Ct);
        Assert.Equal(1, school.Queries.Take());
    }

    [Theory, BothProviders]
    public async Task A_stamp_changes_with_whatever_the_grid_shows_and_with_nothing_else(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school, attempts: null);
        var joining = await school.AddAsync(Role.Student);
        ProgressStamp? before = null;
        var changes = new (string What, Func<Task> Do)[]
        {
            ("read", () => school.Readings.MarkReadAsync(scene.Student, school.Term.Slug, Ct)),
            ("begun", () => Quiz.StartAsync(school, scene.Student)),
            ("handed in", () => scene.HandInAsync()),
            ("a run", () => school.RunCreator.CreateAsync(scene.Student, RunTests.Wanted, Ct)),
            ("a note", () => scene.WriteAsync(scene.Teacher, scene.Note())),
            ("excused", () => school.AssignmentStudents.SetAsync(
                scene.Teacher, scene.Assigned.Id, scene.Student.UserId, new() { IsExcused = true }, cancellationToken: Ct)),
            ("not excused", () => school.AssignmentStudents.SetAsync(
                scene.Teacher, scene.Assigned.Id, scene.Student.UserId, new(), cancellationToken: Ct)),
            ("joined", async () => await school.Rosters.EnrolAsync(
                await school.AddAsync(Role.Admin), scene.ClassId, joining.UserId, Ct)),
            ("due", () =>
            {
                school.Clock.Now = scene.Assigned.DueUtc.AddSeconds(1);
                return Task.CompletedTask;
            }),
        };
        foreach (var (what, act) in changes)
        {
            before = await school.ProgressStamps.ReadAsync(scene.Teacher, scene.ClassId, Ct);
            Assert.Equal(before, await school.ProgressStamps.ReadAsync(scene.Assistant, scene.ClassId, Ct));
            await act();
            Assert.True(before != await school.ProgressStamps.ReadAsync(scene.Teacher, scene.ClassId, Ct), what);
        }

        before = await school.ProgressStamps.ReadAsync(scene.Teacher, scene.ClassId, Ct);
        await Quiz.HandInAsync(school, scene.Student, AttemptMode.Practice, right: true);
        Assert.Equal(before, await school.ProgressStamps.ReadAsync(scene.Teacher, scene.ClassId, Ct));
        Assert.Null(await school.ProgressStamps.ReadAsync(scene.Other, scene.ClassId, Ct));
        Assert.Null(await school.ProgressStamps.ReadAsync(scene.Student, scene.ClassId, Ct));
        Assert.False(await school.Progress.MaySeeClassAsync(scene.Other, scene.ClassId, Ct));
        Assert.True(await school.Progress.MaySeeClassAsync(scene.Assistant, scene.ClassId, Ct));
    }

    private static async Task<(Actor Teacher, int ClassId, Actor[] Students, AssignmentDetails Assigned)> ClassOfAsync(
        TestSchool school, int count)
    {
        var teacher = await school.AddAsync(Role.Teacher);
        var students = new Actor[count];
        for (var i = 0; i < count; i++)
        {
            students[i] = await school.AddAsync(Role.Student, $"Student {i:00}");
        }

        var classId = await school.AddClassAsync(teacher, students);
        var assigned = await AssignmentEditingTests.AssignAsync(school, teacher, classId, new() { Slug = "", DueUtc = null });
        return (teacher, classId, students, assigned);
    }
}
