using Classroom.School.People;
using Classroom.School.SignInCards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

/// <summary>A class from before there were cards.</summary>
public sealed class SignInCardMigrationTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_class_stays_as_it_is_and_its_students_can_get_cards(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        const int ClassId = 1;
        Actor teacher, student;
        await using (var db = await MigrationTests.OpenAtAsync(school, provider, "StudentMarks"))
        {
            (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student, "Ana"));
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
        }

        await school.Database.MigrateAsync(Ct);

        var cards = school.Services.GetRequiredService<SignInCardService>();
        Assert.Empty((await cards.ReadAsync(teacher, ClassId, cancellationToken: Ct))!.Cards);
        Assert.Equal("Ana", Assert.Single((await school.Rosters.ListAsync(teacher, ClassId, Ct))!).Student.DisplayName);
        Assert.Null(await school.Passwords.ResetToCardAsync(teacher, ClassId, student.UserId, Ct));
        Assert.NotNull(Assert.Single((await cards.ReadAsync(teacher, ClassId, cancellationToken: Ct))!.Cards).Secret);
        await using var after = school.OpenContext();
        Assert.Equal(teacher.UserId, (await after.SignInCards.SingleAsync(Ct)).MadeById);
    }
}
