using Classroom.School.Feedback;
using Classroom.School.People;
using Classroom.School.Progress;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Classroom.School.Tests;

/// <summary>A school as it was before its staff could write to students.</summary>
public sealed class FeedbackMigrationTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Work_that_was_handed_in_before_keeps_its_score_and_can_be_written_about(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        Actor teacher, student;
        var due = new DateTime(2026, 11, 26, 23, 59, 59, DateTimeKind.Utc);
        await using (var db = await MigrationTests.OpenAtAsync(school, provider, "AssignmentWork"))
        {
            (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Classes" ("Id", "Name", "JoinCode", "CreatedUtc", "Version") VALUES (1, '7a', '7a', {due}, 0)""", Ct);
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "ClassTeachers" ("ClassId", "UserId") VALUES (1, {teacher.UserId})""", Ct);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Enrolments" ("ClassId", "UserId", "JoinedUtc") VALUES (1, {student.UserId}, {due})""", Ct);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Assignments" ("Id", "ClassId", "Slug", "Kind", "Counts", "DueUtc", "CreatedUtc", "Points",
                    "IsDraft", "Version")
                VALUES (1, 1, {school.Term.Slug}, 'Quiz', 'Best', {due}, {due}, 20, FALSE, 3)
                """,
                Ct);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Attempts" ("Id", "UserId", "Slug", "Mode", "AssignmentId", "Seed", "StartedUtc", "Place",
                    "SubmittedUtc", "Score")
                VALUES (1, {student.UserId}, {school.Term.Slug}, 'Graded', 1, 7, {due.AddDays(-2)}, 0, {due.AddDays(-1)}, 0.9)
                """,
                Ct);
            await db.GetService<IMigrator>().MigrateAsync("StudentMarks", Ct);
        }

        await school.Database.MigrateAsync(Ct);

        Assert.Equal((ProgressState.Mastered, 0.9, FeedbackState.Needed), await CellAsync());
        var note = new NewNote { ClassId = 1, StudentId = student.UserId, AssignmentId = 1, Text = "Well done." };
        school.Clock.Now = due;
        Assert.True((await school.Feedback.WriteAsync(teacher, note, Ct)).Succeeded);
        Assert.Equal("Well done.", Assert.Single(await school.Notes.MineAsync(student, cancellationToken: Ct)).Text);
        Assert.Equal((ProgressState.Mastered, 0.9, FeedbackState.Given), await CellAsync());

        async Task<(ProgressState, double?, FeedbackState)> CellAsync()
        {
            var cell = (await school.Progress.ClassProgressAsync(teacher, 1, Ct))!.Students[0].Cells[0];
            return (cell.State, cell.Score, cell.Feedback);
        }
    }
}
