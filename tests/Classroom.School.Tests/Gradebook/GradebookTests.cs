using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Audit;
using Classroom.School.Gradebook;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>Marks: computed, given, held, posted, and what they come to.</summary>
public sealed class GradebookTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_mark_says_why_it_is_what_it_is(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, classId, students, assigned) = await ClassOfAsync(school, 5, new() { Slug = "", DueUtc = null, Points = 20 });
        var (done, zero, excused, given) = (students[0], students[1], students[3], students[4]);
        await Quiz.HandInAsync(school, done, AttemptMode.Graded, right: true);
        await Quiz.HandInAsync(school, zero, AttemptMode.Graded, right: false);
        await SetAsync(excused, new() { IsExcused = true });
        await SetAsync(given, new() { Points = 17.5, Reason = "On paper", Comment = "Well done" });
        Assert.Equal(
            [(MarkState.Graded, 20.0), (MarkState.Graded, 0.0), (MarkState.NotYetDue, null), (MarkState.Excused, null), (MarkState.Graded, 17.5)],
            await MarksAsync());

        school.Clock.Now = assigned.DueUtc.AddSeconds(1);

        Assert.Equal(
            [(MarkState.Graded, 20.0), (MarkState.Graded, 0.0), (MarkState.Missing, null), (MarkState.Excused, null), (MarkState.Graded, 17.5)],
            await MarksAsync());
        var book = (await school.Gradebooks.ReadAsync(teacher, classId, Ct))!;
        Assert.Equal([1.0, 0.0, 0.0, null, 0.875], book.Students.Select(row => row.Total.Score));
        Assert.Equal((20 + 0 + 0 + 17.5) / 80, book.Mean(0)!.Value, 9);
        var mark = book.Students[4].Marks[0];
        Assert.Equal((true, null, "On paper", "Well done"), (mark.IsOverridden, mark.Computed, mark.Reason, mark.Comment));

        Task<Refusal?> SetAsync(Actor student, StudentSettings wanted) =>
            school.AssignmentStudents.SetAsync(teacher, assigned.Id, student.UserId, wanted, cancellationToken: Ct);

        async Task<(MarkState, double?)[]> MarksAsync() =>
            [.. (await school.Gradebooks.ReadAsync(teacher, classId, Ct))!.Students.Select(row => (row.Marks[0].State, row.Marks[0].Points))];
    }

    [Theory, BothProviders]
    public async Task Lateness_costs_what_the_assignment_says_and_a_later_date_gives_it_back(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, classId, students, assigned) = await ClassOfAsync(
            school, 1, new() { Slug = "", DueUtc = null, Points = 50, Late = new(10, 20) });
        school.Clock.Now = assigned.DueUtc.AddHours(25);
        await Quiz.HandInAsync(school, students[0], AttemptMode.Graded, right: true);

        var late = await MarkAsync();
        Assert.Equal((40.0, 50.0, true), (late.Points, late.BeforeLate, late.IsLate));

        await school.AssignmentStudents.SetAsync(
            teacher, assigned.Id, students[0].UserId, new() { DueUtc = assigned.DueUtc.AddDays(2) }, cancellationToken: Ct);
        var inTime = await MarkAsync();
        Assert.Equal((50.0, null, false), (inTime.Points, inTime.BeforeLate, inTime.IsLate));

        async Task<Mark> MarkAsync() => (await school.Gradebooks.ReadAsync(teacher, classId, Ct))!.Students[0].Marks[0];
    }

    [Theory, BothProviders]
    public async Task A_student_sees_her_own_marks_once_they_are_posted_and_no_more_when_they_are_withdrawn(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, classId, students, assigned) = await ClassOfAsync(school, 2, new() { Slug = "", DueUtc = null, Points = 20 });
        await Quiz.HandInAsync(school, students[0], AttemptMode.Graded, right: true);
        await school.AssignmentStudents.SetAsync(
            teacher, assigned.Id, students[0].UserId, new() { Points = 19, Reason = "Secret", Comment = "Nice" }, cancellationToken: Ct);
        Assert.Equal((null, null), await MineAsync());

        Assert.Null(await school.Posting.PostAsync(teacher, assigned.Id, Ct));
        Assert.Null(await school.Posting.PostAsync(teacher, assigned.Id, Ct));
        Assert.Equal((19.0, 0.95), await MineAsync());
        var mark = Assert.Single(Assert.Single(await school.Gradebooks.OwnAsync(students[0], Ct)).Marks).Mark!;
        Assert.Equal((null, "Nice", 20.0), (mark.Reason, mark.Comment, mark.Computed));

        Assert.Null(await school.Posting.WithdrawAsync(teacher, assigned.Id, Ct));
        Assert.Equal((null, null), await MineAsync());

        Assert.Equal(0, (await school.Posting.PostClassAsync(teacher, classId, Ct)).Value!.Assignments);
        school.Clock.Now = assigned.DueUtc.AddSeconds(1);
        Assert.Equal(1, (await school.Posting.PostClassAsync(teacher, classId, Ct)).Value!.Assignments);
        Assert.Equal((19.0, 0.95), await MineAsync());
        var lines = (await school.Audit.ListAsync(await school.AddAsync(Role.Admin), cancellationToken: Ct))!.Items;
        Assert.Equal(2, lines.Count(line => line.Action == AuditAction.MarksPosted));
        Assert.Single(lines, line => line.Action == AuditAction.MarksWithdrawn);

        async Task<(double? Points, double? Total)> MineAsync()
        {
            var own = Assert.Single(await school.Gradebooks.OwnAsync(students[0], Ct));
            return (Assert.Single(own.Marks).Mark?.Points, own.Total.Score);
        }
    }

    [Theory, BothProviders]
    public async Task Categories_have_weights_and_drop_the_lowest_and_what_is_in_none_does_not_count(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student);
        Assert.Null(await school.Categories.SetAsync(teacher, classId, [new(0, "Homework", 1, 1), new(0, "Tests", 3, 0), new(0, "Bonus", 5, 0)], Ct));
        var categories = (await school.Categories.ListAsync(teacher, classId, Ct))!;
        var slugs = school.Curriculum.Terms.Where(term => term.HasLesson).Select(term => term.Slug).Take(5).ToList();

        // Homework: 2 of 10 is dropped for 4 of 5 and 9 of 10; a test: 50 of 100; the last is in no category.
        (int? Category, int Points, double Mark)[] marks = [(0, 10, 2), (0, 5, 4), (0, 10, 9), (1, 100, 50), (null, 100, 0)];
        for (var i = 0; i < marks.Length; i++)
        {
            var assigned = (await school.Assignments.AssignAsync(
                teacher,
                classId,
                new()
                {
                    Slug = slugs[i],
                    DueUtc = school.Clock.Now.AddDays(i + 1),
                    Points = marks[i].Points,
                    CategoryId = marks[i].Category is { } category ? categories[category].Id : null,
                },
                Ct)).Value!;
            await school.AssignmentStudents.SetAsync(
                teacher, assigned.Id, student.UserId, new() { Points = marks[i].Mark, Reason = "Test" }, cancellationToken: Ct);
        }

        var total = (await school.Gradebooks.ReadAsync(teacher, classId, Ct))!.Students[0].Total;
        Assert.Equal(((1 * (13 / 15.0)) + (3 * 0.5)) / 4, total.Score!.Value, 9);
        Assert.Equal([("Homework", 1), ("Tests", 0)], total.Categories.Select(category => (category.Category.Name, category.Dropped)));

        Assert.Null(await school.Categories.SetAsync(
            teacher, classId, [categories[1] with { Name = "Homework" }, categories[0] with { Name = "Tests" }], Ct));
        Assert.Equal(
            [("Tests", 1), ("Homework", 3)], (await school.Categories.ListAsync(teacher, classId, Ct))!.Select(c => (c.Name, c.Weight)));
        Assert.Null(await school.Categories.SetAsync(teacher, classId, [], Ct));
        Assert.Equal(65.0 / 225, (await school.Gradebooks.ReadAsync(teacher, classId, Ct))!.Students[0].Total.Score!.Value, 9);
    }

    [Theory, BothProviders]
    public async Task Everything_wrong_with_categories_is_named_and_nothing_stored(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);

        var refused = await school.Categories.SetAsync(
            teacher, classId, [new(77, "A", 1, 0), new(0, " ", 1, 0), new(0, "a", -1, 99), new(0, "b\u202e", 1, 0)], Ct);

        Assert.Equal(
            ["categories[0]", "categories[1]", "categories[2]", "categories[2]", "categories[2]", "categories[3]"],
            Assert.IsType<Refusal.Invalid>(refused).Faults.Select(fault => fault.Field));
        Assert.Empty((await school.Categories.ListAsync(teacher, classId, Ct))!);
    }

    [Theory, BothProviders]
    public async Task Only_who_teaches_the_class_sees_and_posts_its_marks(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (_, classId, students, assigned) = await ClassOfAsync(school, 1, new() { Slug = "", DueUtc = null });
        var stranger = await school.AddAsync(Role.Teacher);
        await school.AddClassAsync(stranger);

        foreach (var actor in new[] { stranger, students[0] })
        {
            Assert.Null(await school.Gradebooks.ReadAsync(actor, classId, Ct));
            Assert.Null(await school.Categories.ListAsync(actor, classId, Ct));
            Assert.IsType<Refusal.NotFound>(await school.Categories.SetAsync(actor, classId, [], Ct));
            Assert.IsType<Refusal.NotFound>(await school.Posting.PostAsync(actor, assigned.Id, Ct));
            Assert.IsType<Refusal.NotFound>(await school.Posting.WithdrawAsync(actor, assigned.Id, Ct));
            Assert.IsType<Refusal.NotFound>((await school.Posting.PostClassAsync(actor, classId, Ct)).Refusal);
        }

        Assert.NotNull(await school.Gradebooks.ReadAsync(await school.AddAsync(Role.Admin), classId, Ct));
    }

    [Theory, BothProviders]
    public async Task A_whole_class_costs_as_many_queries_as_one_student(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, classId, students, _) = await ClassOfAsync(school, 12, new() { Slug = "", DueUtc = null });
        foreach (var student in students)
        {
            await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: true);
        }

        school.Queries.Take();
        await school.Gradebooks.ReadAsync(teacher, classId, Ct);

        Assert.Equal(10, school.Queries.Take());
    }

    private static async Task<(Actor Teacher, int ClassId, Actor[] Students, AssignmentDetails Assigned)> ClassOfAsync(
        TestSchool school, int count, NewAssignment wanted)
    {
        var teacher = await school.AddAsync(Role.Teacher);
        var students = new List<Actor>();
        for (var i = 0; i < count; i++)
        {
            students.Add(await school.AddAsync(Role.Student, $"Student {i:00}"));
        }

        var classId = await school.AddClassAsync(teacher, [.. students]);
        return (teacher, classId, [.. students], await AssignmentEditingTests.AssignAsync(school, teacher, classId, wanted));
    }
}
