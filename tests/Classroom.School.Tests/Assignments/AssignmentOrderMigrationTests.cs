using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>Assignments as they were before they had an order.</summary>
public sealed class AssignmentOrderMigrationTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task What_was_assigned_and_handed_in_stays_in_no_list_and_can_be_put_in_order(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        var created = new DateTime(2026, 11, 24, 8, 30, 0, DateTimeKind.Utc);
        Actor teacher, student;
        await using (var db = await MigrationTests.OpenAtAsync(school, provider, "OwnQuestions"))
        {
            (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Classes" ("Id", "Name", "JoinCode", "CreatedUtc", "Version", "AdmitsAtOnce")
                VALUES (1, '7A', '7A', {created}, 4, {true})
                """,
                Ct);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "ClassTeachers" ("ClassId", "UserId", "Role") VALUES (1, {teacher.UserId}, 'Owner')""", Ct);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Enrolments" ("ClassId", "UserId", "JoinedUtc", "State") VALUES (1, {student.UserId}, {created}, 'Enrolled')
                """,
                Ct);
            foreach (var (id, kind) in new[] { (900, "Quiz"), (901, "Lesson") })
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Assignments" ("Id", "ClassId", "Slug", "Kind", "Counts", "Points", "DueUtc", "LatePercentPerDay",
                        "LateFloorPercent", "IsForSome", "ScoresFrom", "AnswersFrom", "IsDraft", "CreatedUtc", "Version")
                    VALUES ({id}, 1, {school.Term.Slug}, {kind}, 'Best', 40, {created.AddDays(9)}, 0, 0, {false}, 'AtOnce', 'AfterDue',
                        {false}, {created}, 3)
                    """,
                    Ct);
            }

            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "AssignmentStudents" ("AssignmentId", "UserId", "IsGiven", "IsExcused", "Comment", "Version")
                VALUES (900, {student.UserId}, {false}, {false}, 'Well done', 1)
                """,
                Ct);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Attempts" ("UserId", "Slug", "Mode", "AssignmentId", "Seed", "StartedUtc", "SubmittedUtc", "Score", "Place")
                VALUES ({student.UserId}, {school.Term.Slug}, 'Graded', 900, 7, {created}, {created.AddMinutes(5)}, 0.75, 0)
                """,
                Ct);
        }

        await school.Database.MigrateAsync(Ct);

        school.Clock.Now = created.AddDays(1);
        var assigned = await school.Progress.AssignedAsync(student, Ct);
        Assert.Equal([(900, 0.75), (901, null)], assigned.Select(due => (due.Assignment.Id, due.Score)));
        Assert.All(assigned, due => Assert.Equal((null, null, null), (due.Assignment.List, due.Assignment.AfterId, due.Unmet)));
        var settings = (await school.AssignmentStudents.FindAsync(teacher, 900, student.UserId, Ct))!;
        Assert.Equal(("Well done", 1), (settings.Settings.Comment, settings.Version));
        Assert.Equal(3, (await school.Assignments.FindAsync(teacher, 901, Ct))!.Version);
        var list = await school.AssignmentLists.CreateAsync(teacher, 1, new("Week 1", true, [901, 900]), Ct);
        Assert.Equal([901, 900], list.Value!.Steps);
        Assert.Equal([901, 900], (await school.Progress.AssignedAsync(student, Ct)).Select(due => due.Assignment.Id));
    }
}
