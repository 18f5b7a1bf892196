using Classroom.School.People;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>A school as it was before teachers had questions of their own.</summary>
public sealed class OwnQuestionsMigrationTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task What_was_handed_in_stays_as_it_was_and_own_quizzes_can_be_taken_beside_it(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        Actor teacher, student;
        var due = new DateTime(2026, 11, 26, 23, 59, 59, DateTimeKind.Utc);
        var question = school.Term.Quiz!.Questions[0].Id;
        await using (var db = await MigrationTests.OpenAtAsync(school, provider, "RepeatedAssignments"))
        {
            (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Classes" ("Id", "Name", "JoinCode", "CreatedUtc", "Version") VALUES (1, '7a', '7a', {due}, 0)""", Ct);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "ClassTeachers" ("ClassId", "UserId", "Role") VALUES (1, {teacher.UserId}, 'Owner')""", Ct);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Enrolments" ("ClassId", "UserId", "JoinedUtc") VALUES (1, {student.UserId}, {due})""", Ct);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Assignments" ("Id", "ClassId", "Slug", "Kind", "Counts", "DueUtc", "CreatedUtc", "Points", "IsDraft", "Version",
                    "ScoresFrom", "AnswersFrom", "LatePercentPerDay", "LateFloorPercent", "IsForSome")
                VALUES (101, 1, {school.Term.Slug}, 'Quiz', 'Best', {due}, {due}, 20, FALSE, 3, 'AtOnce', 'AfterDue', 0, 0, FALSE)
                """,
                Ct);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Attempts" ("Id", "UserId", "Slug", "Mode", "AssignmentId", "Seed", "StartedUtc", "Place", "SubmittedUtc", "Score")
                VALUES (101, {student.UserId}, {school.Term.Slug}, 'Graded', 101, 7, {due.AddDays(-2)}, 0, {due.AddDays(-1)}, 0.5)
                """,
                Ct);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "AttemptAnswers" ("AttemptId", "QuestionId", "Place", "ResponseJson", "Score", "IsChecked", "IsShown")
                VALUES (101, {question}, 0, {"{}"}, 0.5, FALSE, FALSE)
                """,
                Ct);
        }

        await school.Database.MigrateAsync(Ct);

        var kept = (await school.AttemptReader.GetAsync(student, 101, Ct))!;
        Assert.Equal((0.5, question), (kept.Score, kept.Questions.Single().Planned.Question.Id));
        Assert.Equal([0.5], (await school.Progress.AssignedAsync(student, Ct)).Select(assigned => assigned.Score));
        var ids = await Bank.ImportAsync(school, teacher);
        var quiz = await Bank.AddQuizAsync(school, teacher, parts: new NewQuizPart(ids[2]));
        var attempt = await Bank.StartAsync(school, student, await Bank.AssignAsync(school, teacher, 1, quiz));
        Assert.Equal(1, (await Bank.HandInAsync(school, student, attempt, Quiz.RightAnswer)).Score);
    }
}
