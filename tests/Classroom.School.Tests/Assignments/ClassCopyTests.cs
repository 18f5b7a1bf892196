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
        };
        Assert.True((await school.Assignments.AssignAsync(c.Owner, c.ClassId, wanted, Ct)).Succeeded);
        Assert.Null(await school.ClassArchive.ArchiveAsync(c.Owner, c.ClassId, Ct));

        var copy = (await school.ClassCopies.CopyAsync(c.Teacher, c.ClassId, new ClassCopy(" 8b ", 0), Ct)).Value!;

        Assert.Equal(("8b", 0, 0, false), (copy.Name, copy.Students, copy.Waiting, copy.IsArchived));
        Assert.NotEqual(c.Code, copy.JoinCode);
        Assert.Equal((c.Teacher.UserId, ClassRole.Owner), (copy.Staff.Single().Person.Id, copy.Staff.Single().Role));
        var assignment = Assert.Single((await school.Assignments.ListForClassAsync(c.Teacher, copy.Id, Ct))!);
        Assert.Equal(
            ("Week 1", now.AddDays(1), now.AddDays(3), now.AddDays(5), 30, 2, CountedAttempt.Last, true),
            (assignment.Title, assignment.OpensUtc!.Value, assignment.DueUtc, assignment.ClosesUtc!.Value, assignment.Points,
                assignment.AttemptsAllowed!.Value, assignment.Counts, assignment.IsDraft));
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
