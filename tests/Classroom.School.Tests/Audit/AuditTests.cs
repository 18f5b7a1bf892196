using Classroom.School.Accounts;
using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class AuditTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Acts_are_recorded_with_who_what_whom_and_when(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher, student);
        var admin = await school.AddAsync(Role.Admin);
        school.Clock.Now += TimeSpan.FromHours(1);

        await school.Rosters.RemoveAsync(teacher, classId, student.UserId, Ct);

        await using var db = school.OpenContext();
        var names = await db.Users.ToDictionaryAsync(user => user.Id, user => user.UserName, Ct);
        var latest = (await school.Audit.ListAsync(admin, cancellationToken: Ct))!.Items[0];
        Assert.Equal(
            new AuditLine(school.Clock.Now, names[teacher.UserId], AuditAction.StudentRemoved, names[student.UserId]!, "from 7b"), latest);
    }

    [Theory, BothProviders]
    public async Task What_was_refused_is_not_recorded_as_done(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(null, student);
        var before = (await school.Audit.ListAsync(admin, cancellationToken: Ct))!.Total;

        await school.ClassSettings.ChangeAsync(admin, classId, new("Outdated"), version: 99, Ct);
        await school.Rosters.EnrolAsync(admin, classId, student.UserId, Ct);
        await school.Rosters.RemoveAsync(student, classId, student.UserId, Ct);
        await school.People.CreateAsync(admin, new NewPerson { UserName = "", DisplayName = "", Role = Role.Student }, Ct);

        Assert.Equal(before, (await school.Audit.ListAsync(admin, cancellationToken: Ct))!.Total);
    }

    [Theory, BothProviders]
    public async Task Only_admins_read_the_log(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        Assert.Null(await school.Audit.ListAsync(await school.AddAsync(Role.Teacher), cancellationToken: Ct));
        Assert.Null(await school.Audit.ListAsync(await school.AddAsync(Role.Student), cancellationToken: Ct));
        Assert.NotNull(await school.Audit.ListAsync(await school.AddAsync(Role.Admin), cancellationToken: Ct));
    }
}
