using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>A school from before there were access tokens and calendar addresses.</summary>
public sealed class AccessTokenMigrationTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task People_and_assignments_stay_and_can_have_both(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        const int ClassId = 1;
        var due = school.Clock.Now.AddDays(2);
        Actor teacher, student;
        await using (var db = await MigrationTests.OpenAtAsync(school, provider, "OwnQuestions"))
        {
            (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Classes" ("Id", "Name", "JoinCode", "CreatedUtc", "AdmitsAtOnce", "Version")
                VALUES ({ClassId}, '7b', '7b', {school.Clock.Now}, TRUE, 0)
                """,
                Ct);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "ClassTeachers" ("ClassId", "UserId", "Role") VALUES ({ClassId}, {teacher.UserId}, 'Owner')""", Ct);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Enrolments" ("ClassId", "UserId", "State", "JoinedUtc")
                VALUES ({ClassId}, {student.UserId}, 'Enrolled', {school.Clock.Now})
                """,
                Ct);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Assignments" ("Id", "ClassId", "Slug", "Kind", "Counts", "DueUtc", "CreatedUtc", "Points",
                    "LatePercentPerDay", "LateFloorPercent", "IsForSome", "ScoresFrom", "AnswersFrom", "IsDraft", "Version")
                VALUES (1, {ClassId}, {school.Term.Slug}, 'Quiz', 'Best', {due}, {school.Clock.Now}, 20, 0, 0, FALSE, 'AtOnce', 'AfterDue',
                    FALSE, 3)
                """,
                Ct);
        }

        await school.Database.MigrateAsync(Ct);

        Assert.Empty((await AccessTokenTests.Tokens(school).ListAsync(teacher, Ct))!);
        var made = await AccessTokenTests.MakeAsync(school, teacher, "Export");
        Assert.Equal(teacher, (await AccessTokenTests.SignIn(school).FindAsync(made.Secret, Ct))!.Actor);
        foreach (var person in new[] { teacher, student })
        {
            var secret = await CalendarFeedTests.TurnOnAsync(school, person);
            var entry = Assert.Single((await CalendarFeedTests.Reader(school).ReadAsync(secret, Ct))!.Entries);
            Assert.Equal((1, due, 3), (entry.Assignment.Id, entry.Assignment.DueUtc, entry.Revision));
        }
    }
}
