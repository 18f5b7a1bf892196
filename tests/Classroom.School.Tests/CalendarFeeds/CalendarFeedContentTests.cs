using Classroom.School.Assignments;
using Classroom.School.CalendarFeeds;
using Classroom.School.Classes;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>What is in a feed, and for whom.</summary>
public sealed class CalendarFeedContentTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_student_has_what_is_given_to_her_by_her_own_dates(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, maria, noah) = (
            await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, maria, noah);
        var first = school.Clock.Now.AddDays(3);
        var assigned = 0;
        DateTime Due(int place) => first.AddMinutes(place);
        // No two of a class may be the same at the same time.
        async Task<int> AssignAsync(string title, NewAssignment? wanted = null)
        {
            wanted = (wanted ?? new NewAssignment { Slug = "", DueUtc = null }) with { Title = title, DueUtc = Due(++assigned) };
            return (await AssignmentEditingTests.AssignAsync(school, teacher, classId, wanted)).Id;
        }

        await AssignAsync("For all");
        await AssignAsync("Opens tomorrow", new NewAssignment { Slug = "", DueUtc = null, OpensUtc = school.Clock.Now.AddDays(1) });
        await AssignAsync("Draft", new NewAssignment { Slug = "", DueUtc = null, IsDraft = true });
        await AssignAsync("For Noah", new NewAssignment { Slug = "", DueUtc = null, Students = [noah.UserId] });
        var own = await AssignAsync("Own date");
        var excused = await AssignAsync("Excused");
        await SetAsync(school, teacher, own, maria, new StudentSettings { DueUtc = Due(5).AddDays(7) });
        await SetAsync(school, teacher, excused, maria, new StudentSettings { IsExcused = true });
        await school.Accommodations.SetAsync(teacher, maria.UserId, new AccommodationSettings(ExtraDays: 2), Ct);
        var (hers, his) = (await CalendarFeedTests.TurnOnAsync(school, maria), await CalendarFeedTests.TurnOnAsync(school, noah));

        Assert.Equal(
            [("For all", Due(1).AddDays(2)), ("Opens tomorrow", Due(2).AddDays(2)), ("Own date", Due(5).AddDays(7))],
            await SeenAsync(school, hers));
        Assert.Equal(
            [("For all", Due(1)), ("Opens tomorrow", Due(2)), ("For Noah", Due(4)), ("Own date", Due(5)), ("Excused", Due(6))],
            await SeenAsync(school, his));
        Assert.All((await CalendarFeedTests.Reader(school).ReadAsync(hers, Ct))!.Entries, entry => Assert.Null(entry.ClassName));
        Assert.Null(await school.Rosters.RemoveAsync(teacher, classId, maria.UserId, Ct));
        Assert.Empty(await SeenAsync(school, hers));
    }

    [Theory, BothProviders]
    public async Task Who_waits_to_be_let_in_has_nothing(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, waiting) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher);
        await AssignmentEditingTests.AssignAsync(school, teacher, classId);
        var code = (await school.Classes.GetAsync(teacher, classId, Ct))!.JoinCode;

        Assert.True((await school.Joins.JoinAsync(waiting, code, Ct)).Value!.IsWaiting);

        Assert.Empty(await SeenAsync(school, await CalendarFeedTests.TurnOnAsync(school, waiting)));
    }

    [Theory, BothProviders]
    public async Task A_teacher_has_all_her_classes_by_name_and_no_others(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, other, admin) = (
            await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Admin));
        var (mine, archived, hers) = (
            await school.AddClassAsync(teacher), await school.AddClassAsync(teacher), await school.AddClassAsync(other));
        foreach (var (owner, classId) in new[] { (teacher, mine), (teacher, archived), (other, hers) })
        {
            await AssignmentEditingTests.AssignAsync(school, owner, classId, new() { Slug = "", DueUtc = null, Title = $"Of {classId}" });
        }

        await AssignmentEditingTests.AssignAsync(
            school, teacher, mine, new() { Slug = "", DueUtc = school.Clock.Now.AddDays(4), Title = "Draft", IsDraft = true });
        Assert.Null(await school.ClassArchive.ArchiveAsync(teacher, archived, Ct));
        var secret = await CalendarFeedTests.TurnOnAsync(school, teacher);

        var entry = Assert.Single((await CalendarFeedTests.Reader(school).ReadAsync(secret, Ct))!.Entries);
        Assert.Equal(($"Of {mine}", "7b"), (entry.Assignment.Title, entry.ClassName));
        // An admin may see every class; what is due in them is not hers.
        Assert.Empty(await SeenAsync(school, await CalendarFeedTests.TurnOnAsync(school, admin)));
        Assert.Null(await school.ClassTeachers.AddAsync(admin, hers, teacher.UserId, Ct));
        Assert.Null(await school.ClassTeachers.ChangeRoleAsync(admin, hers, teacher.UserId, ClassRole.Assistant, Ct));
        Assert.Equal([$"Of {mine}", $"Of {hers}"], (await SeenAsync(school, secret)).Select(seen => seen.Title));
    }

    [Theory, BothProviders]
    public async Task It_goes_back_sixty_days_of_hers_and_is_not_endless(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, maria) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, maria);
        var due = school.Clock.Now.AddDays(3);
        await AssignmentEditingTests.AssignAsync(school, teacher, classId, new() { Slug = "", DueUtc = due, Title = "First" });
        var (hers, ofTeacher) = (await CalendarFeedTests.TurnOnAsync(school, maria), await CalendarFeedTests.TurnOnAsync(school, teacher));
        await school.Accommodations.SetAsync(teacher, maria.UserId, new AccommodationSettings(ExtraDays: 60), Ct);

        school.Clock.Now = due.AddDays(60);
        Assert.Single(await SeenAsync(school, ofTeacher));
        school.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Empty(await SeenAsync(school, ofTeacher));
        Assert.Equal(("First", due.AddDays(60)), Assert.Single(await SeenAsync(school, hers)));
        school.Clock.Now = due.AddDays(120).AddSeconds(1);
        Assert.Empty(await SeenAsync(school, hers));

        await using (var db = school.OpenContext())
        {
            db.Assignments.AddRange(Enumerable.Range(1, CalendarFeedReader.MostEntries + 5).Select(minute => new Assignment
            {
                ClassId = classId,
                Slug = school.Term.Slug,
                DueUtc = school.Clock.Now.AddMinutes(minute),
                CreatedUtc = school.Clock.Now,
            }));
            await db.SaveChangesAsync(Ct);
        }

        foreach (var secret in new[] { hers, ofTeacher })
        {
            Assert.Equal(CalendarFeedReader.MostEntries, (await SeenAsync(school, secret)).Count);
        }
    }

    [Theory, BothProviders]
    public async Task When_it_changed_stands_still_until_something_changes(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, maria) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var assigned = await AssignmentEditingTests.AssignAsync(school, teacher, await school.AddClassAsync(teacher, maria));
        var secret = await CalendarFeedTests.TurnOnAsync(school, maria);
        async Task<CalendarContent> ReadAsync()
        {
            school.Clock.Now += TimeSpan.FromMinutes(1);
            return (await CalendarFeedTests.Reader(school).ReadAsync(secret, Ct))!;
        }

        var first = await ReadAsync();
        var again = await ReadAsync();
        Assert.True((await school.Assignments.EditAsync(
            teacher, assigned.Id, AssignmentEditingTests.Settings(assigned) with { Title = "New" }, assigned.Version, Ct)).Succeeded);
        var renamed = await ReadAsync();
        await SetAsync(school, teacher, assigned.Id, maria, new StudentSettings { DueUtc = assigned.DueUtc.AddDays(1) });
        var moved = await ReadAsync();

        Assert.Equal(first.ChangedUtc, again.ChangedUtc);
        Assert.Equal(first.ChangedUtc.AddMinutes(2), renamed.ChangedUtc);
        Assert.Equal(renamed.ChangedUtc.AddMinutes(1), moved.ChangedUtc);
        Assert.Equal(moved.ChangedUtc, (await ReadAsync()).ChangedUtc);
        Assert.Equal([0, 0, 1], new[] { first, again, renamed }.Select(content => Assert.Single(content.Entries).Revision));
        Assert.True(Assert.Single(moved.Entries).Revision >= 1);
    }

    private static async Task SetAsync(TestSchool school, Actor teacher, int assignmentId, Actor student, StudentSettings wanted) =>
        Assert.Null(await school.AssignmentStudents.SetAsync(teacher, assignmentId, student.UserId, wanted, cancellationToken: Ct));

    private static async Task<IReadOnlyList<(string? Title, DateTime DueUtc)>> SeenAsync(TestSchool school, string secret) =>
    [
        .. (await CalendarFeedTests.Reader(school).ReadAsync(secret, Ct))!.Entries
            .Select(entry => (entry.Assignment.Title, entry.Assignment.DueUtc)),
    ];
}
