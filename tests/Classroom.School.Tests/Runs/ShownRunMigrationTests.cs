using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>A school as it was before a run could be shown to a class.</summary>
public sealed class ShownRunMigrationTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Runs_from_before_stay_as_private_as_they_were_until_somebody_shows_them(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        Actor teacher, maria, noah;
        var (run, then) = (Guid.NewGuid(), new DateTime(2026, 11, 24, 8, 30, 0, DateTimeKind.Utc));
        await using (var db = await MigrationTests.OpenAtAsync(school, provider, "OwnQuestions"))
        {
            (teacher, maria, noah) = (
                await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student, "Maria"), await school.AddAsync(Role.Student));
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Classes" ("Id", "Name", "JoinCode", "CreatedUtc", "Version", "AdmitsAtOnce")
                VALUES (1, '7A', '7A', {then}, 4, {true})
                """,
                Ct);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "ClassTeachers" ("ClassId", "UserId", "Role") VALUES (1, {teacher.UserId}, 'Owner')""", Ct);
            foreach (var student in new[] { maria, noah })
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Enrolments" ("ClassId", "UserId", "JoinedUtc", "State") VALUES (1, {student.UserId}, {then}, 'Enrolled')
                    """,
                    Ct);
            }

            await db.Database.ExecuteSqlAsync(
                $$"""
                INSERT INTO "Runs" ("Id", "OwnerId", "Title", "ConfigJson", "DataSetId", "State", "Step", "Steps", "Epoch", "Epochs",
                    "Points", "Frames", "FencingToken", "CreatedUtc", "TrainingMilliseconds")
                VALUES ({{run}}, {{maria.UserId}}, 'From before', '{}', 'digits', 'Completed', 9, 9, 1, 1, 0, 0, 3, {{then}}, 12)
                """,
                Ct);
        }

        await school.Database.MigrateAsync(Ct);

        Assert.Equal("From before", (await school.Runs.FindAsync(maria, run, Ct))!.Title);
        Assert.NotNull(await school.Runs.FindAsync(teacher, run, Ct));
        Assert.Null(await school.Runs.FindAsync(noah, run, Ct));
        Assert.Empty((await school.ShownRuns.ListForClassAsync(teacher, 1, Ct))!);
        Assert.Null(await school.ShownRuns.ShowAsync(teacher, run, 1, isNamed: true, Ct));
        Assert.Equal("Maria", (await school.Runs.FindStandingAsync(noah, run, Ct))!.Owner);
    }
}
