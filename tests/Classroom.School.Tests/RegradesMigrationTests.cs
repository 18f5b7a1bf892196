using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>Attempts that were graded before anything could be regraded.</summary>
public sealed class RegradesMigrationTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Scores_stay_and_can_be_regraded_and_undone(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        var due = new DateTime(2026, 11, 24, 8, 30, 0, DateTimeKind.Utc);
        var questions = school.Term.Quiz!.Questions.Take(2).ToList();
        Actor teacher, student;
        await using (var db = await MigrationTests.OpenAtAsync(school, provider, "StudentMarks"))
        {
            (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
            var classId = await school.AddClassAsync(teacher, student);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Assignments" ("Id", "ClassId", "Slug", "Kind", "Counts", "DueUtc", "CreatedUtc", "Points", "IsDraft", "Version",
                    "LatePercentPerDay", "LateFloorPercent", "IsForSome", "ScoresFrom", "AnswersFrom")
                VALUES (1, {classId}, {school.Term.Slug}, 'Quiz', 'Best', {due}, {due}, 20, FALSE, 3, 0, 0, FALSE, 'AtOnce', 'AtOnce')
                """,
                Ct);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Attempts" ("Id", "UserId", "Slug", "Mode", "Seed", "StartedUtc", "Place", "SubmittedUtc", "Score", "AssignmentId")
                VALUES (1, {student.UserId}, {school.Term.Slug}, 'Graded', 7, {due}, 0, {due}, 0.25, 1)
                """,
                Ct);
            foreach (var (question, place) in questions.Select((question, place) => (question, place)))
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "AttemptAnswers" ("AttemptId", "QuestionId", "Place", "ResponseJson", "Score", "IsChecked", "IsShown")
                    VALUES (1, {question.Id}, {place}, {"{}"}, {place * 0.5}, FALSE, FALSE)
                    """,
                    Ct);
            }
        }

        await school.Database.MigrateAsync(Ct);

        Assert.Equal(0.25, (await school.AttemptReader.GetAsync(teacher, 1, Ct))!.Score);
        var dropped = (await school.Regrades.ApplyAsync(teacher, 1, new(questions[0].Id, Drop: true, null), Ct)).Value!;
        Assert.Equal(0.5, (await school.AttemptReader.GetAsync(teacher, 1, Ct))!.Score);
        await school.Regrades.UndoAsync(teacher, 1, dropped.Id, Ct);
        Assert.Equal(0.25, (await school.AttemptReader.GetAsync(teacher, 1, Ct))!.Score);
    }
}
