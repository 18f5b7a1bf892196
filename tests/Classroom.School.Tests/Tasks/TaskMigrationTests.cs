using Classroom.School.Assignments;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>Assignments as they were before there were lab tasks.</summary>
public sealed class TaskMigrationTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task What_was_assigned_and_handed_in_stays_and_tasks_can_be_given(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        var created = new DateTime(2026, 11, 24, 8, 30, 0, DateTimeKind.Utc);
        Actor teacher, student;
        await using (var db = await MigrationTests.OpenAtAsync(school, provider, "RepeatedAssignments"))
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
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Assignments" ("Id", "ClassId", "Slug", "Kind", "Counts", "Points", "DueUtc", "LatePercentPerDay",
                    "LateFloorPercent", "IsForSome", "ScoresFrom", "AnswersFrom", "IsDraft", "CreatedUtc", "Version")
                VALUES (900, 1, {school.Term.Slug}, 'Quiz', 'Best', 40, {created.AddDays(9)}, 0, 0, {false}, 'AtOnce', 'AfterDue', {false},
                    {created}, 3)
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

        var before = (await school.Assignments.FindAsync(teacher, 900, Ct))!;
        Assert.Equal((AssignmentKind.Quiz, 40, 3), (before.Kind, before.Points, before.Version));
        Assert.Equal((null, null, null), (before.Goal, before.ConfigJson, before.Instructions));
        Assert.Equal(0.75, Assert.Single(await school.Progress.AssignedAsync(student, Ct)).Score);
        school.Clock.Now = created.AddDays(1);
        var task = (await school.Assignments.AssignAsync(teacher, 1, TaskScene.Wanted(school), Ct)).Value!;
        Assert.NotNull(await school.Tasks.FindAsync(student, task.Id, Ct));
    }
}
