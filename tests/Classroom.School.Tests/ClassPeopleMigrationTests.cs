using Classroom.School.Classes;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>Classes as they were before their teachers had roles and their students could wait.</summary>
public sealed class ClassPeopleMigrationTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Everyone_stays_in_her_class_and_each_class_gets_one_owner(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        var created = new DateTime(2026, 11, 24, 8, 30, 0, DateTimeKind.Utc);
        Actor first, second, student;
        await using (var db = await MigrationTests.OpenAtAsync(school, provider, "AssignmentWork"))
        {
            (first, second, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher),
                await school.AddAsync(Role.Student));
            foreach (var (id, name, teachers) in new (int, string, Actor[])[]
            {
                (1, "7A", [second, first]), (2, "7B", [second]), (3, "7C", []),
            })
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Classes" ("Id", "Name", "JoinCode", "CreatedUtc", "Version")
                    VALUES ({id}, {name}, {name}, {created}, 4)
                    """,
                    Ct);
                await db.Database.ExecuteSqlAsync(
                    $"""INSERT INTO "Enrolments" ("ClassId", "UserId", "JoinedUtc") VALUES ({id}, {student.UserId}, {created})""", Ct);
                foreach (var teacher in teachers)
                {
                    await db.Database.ExecuteSqlAsync(
                        $"""INSERT INTO "ClassTeachers" ("ClassId", "UserId") VALUES ({id}, {teacher.UserId})""", Ct);
                }
            }
        }

        await school.Database.MigrateAsync(Ct);

        var admin = await school.AddAsync(Role.Admin);
        foreach (var (id, staff) in new (int, (int, ClassRole)[])[]
        {
            (1, [(first.UserId, ClassRole.Owner), (second.UserId, ClassRole.Teacher)]), (2, [(second.UserId, ClassRole.Owner)]), (3, []),
        })
        {
            var found = (await school.Classes.GetAsync(admin, id, Ct))!;
            Assert.Equal(staff, found.Staff.Select(member => (member.Person.Id, member.Role)));
            Assert.Equal((true, null, null, null), (found.AdmitsAtOnce, found.CodeExpiresUtc, found.ArchivedUtc, found.TimeZone));
            Assert.Equal((1, 0, 4), (found.Students, found.Waiting, found.Version));
        }

        Assert.Equal(3, (await school.Classes.ListAsync(student, Ct)).Count);
        var other = await school.AddAsync(Role.Student);
        Assert.False((await school.Joins.JoinAsync(other, "7A", Ct)).Value!.IsWaiting);
    }
}
