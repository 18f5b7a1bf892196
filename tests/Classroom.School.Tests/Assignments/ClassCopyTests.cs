using Classroom.School.Assignments;
using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.School.Tests;

public sealed class ClassCopyTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_copy_has_the_assignments_as_drafts_and_nobody_but_its_copier(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        var now = school.Clock.Now;
        Assert.Null(await school.Categories.SetAsync(c.Owner, c.ClassId, [new(0, "Homework", 40, 1), new(0, "Tests", 60, 0)], Ct));
        var tests = (await school.Categories.ListAsync(c.Owner, c.ClassId, Ct))![1];
        var wanted = new NewAssignment
        {
            Slug = school.Term.Slug,
            Title = "Week 1",
            OpensUtc = now.AddDays(1),
            DueUtc = now.AddDays(3),
            ClosesUtc = now.AddDays(5),
            Points = 30,
            AttemptsAllowed = 2,
            Counts = CountedAttempt.Last,
            Minutes = 40,
            Late = new(10, 50),
            ScoresFrom = Release.AfterDue,
            AnswersFrom = Release.WhenPosted,
            CategoryId = tests.Id,
        };
        var original = (await school.Assignments.AssignAsync(c.Owner, c.ClassId, wanted, Ct)).Value!;
        Assert.Null(await school.Posting.PostAsync(c.Owner, original.Id, Ct));
        Assert.Null(await school.ClassArchive.ArchiveAsync(c.Owner, c.ClassId, Ct));

        var copy = (await school.ClassCopies.CopyAsync(c.Teacher, c.ClassId, new ClassCopy(" 8b ", 0), Ct)).Value!;

        Assert.Equal(("8b", 0, 0, false), (copy.Name, copy.Students, copy.Waiting, copy.IsArchived));
        Assert.NotEqual(c.Code, copy.JoinCode);
        Assert.Equal((c.Teacher.UserId, ClassRole.Owner), (copy.Staff.Single().Person.Id, copy.Staff.Single().Role));
        var assignment = Assert.Single((await school.Assignments.ListForClassAsync(c.Teacher, copy.Id, Ct))!);
        var categories = (await school.Categories.ListAsync(c.Teacher, copy.Id, Ct))!;
        Assert.Equal([("Homework", 40, 1), ("Tests", 60, 0)], categories.Select(own => (own.Name, own.Weight, own.DropLowest)));
        Assert.NotEqual(tests.Id, categories[1].Id);
        Assert.Equal(
            original with { Id = assignment.Id, ClassId = copy.Id, CategoryId = categories[1].Id, IsDraft = true, Version = 0 }, assignment);
    }

    /// <summary>The clocks go back on November 1, 2026.</summary>
    [Theory, BothProviders]
    public async Task Moved_dates_keep_their_hour_when_the_clocks_change(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider, timeZone: TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);
        var due = new DateTime(2026, 10, 30, 19, 0, 0, DateTimeKind.Utc);
        var wanted = new NewAssignment { Slug = school.Term.Slug, DueUtc = due };
        Assert.True((await school.Assignments.AssignAsync(teacher, classId, wanted, Ct)).Succeeded);

        var copy = (await school.ClassCopies.CopyAsync(teacher, classId, new ClassCopy("8b", 7), Ct)).Value!;

        Assert.Equal(
            due.AddDays(7).AddHours(1), Assert.Single((await school.Assignments.ListForClassAsync(teacher, copy.Id, Ct))!).DueUtc);
    }

    [Theory, BothProviders]
    public async Task Everything_wrong_with_a_copy_is_named_and_nothing_is_made(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);

        var refusal = (await school.ClassCopies.CopyAsync(teacher, classId, new ClassCopy("", 40_000), Ct)).Refusal;

        Assert.Equal(["name", "days"], Assert.IsType<Refusal.Invalid>(refusal).Faults.Select(fault => fault.Field));
        Assert.Single(await school.Classes.ListAsync(teacher, Ct));
    }
}
