using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.PictureSignIn;
using Classroom.School.Questions;
using Classroom.School.SignInCards;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

/// <summary>A school from before there were pictures to sign in with, and pictures in own questions.</summary>
public sealed class PictureSecretsMigrationTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Cards_keep_their_passwords_and_get_pictures_beside_them(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        const int ClassId = 1;
        const string Password = "swift-otter-42";
        Actor teacher, student;
        await using (var db = await MigrationTests.OpenAtAsync(school, provider, "OwnQuestions"))
        {
            (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student, "Ana"));
            var secret = school.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Classroom.SignInCards")
                .Protect(Password);
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
                INSERT INTO "SignInCards" ("UserId", "ClassId", "ProtectedSecret", "MadeUtc", "MadeById")
                VALUES ({student.UserId}, {ClassId}, {secret}, {school.Clock.Now}, {teacher.UserId})
                """,
                Ct);
        }

        await school.Database.MigrateAsync(Ct);

        var cards = school.Services.GetRequiredService<SignInCardService>();
        var before = Assert.Single((await cards.ReadAsync(teacher, ClassId, cancellationToken: Ct))!.Cards);
        Assert.Equal((Password, false), (before.Secret, before.IsUnreadable));
        Assert.Equal(
            PictureMode.Off, (await school.Services.GetRequiredService<PictureReader>().GetAsync(teacher, ClassId, Ct))!.Mode);
        Assert.Null(await school.Services.GetRequiredService<PictureSettingService>().SetModeAsync(teacher, ClassId, PictureMode.One, Ct));
        Assert.Null(await school.Services.GetRequiredService<PictureSecretService>().GiveToAllAsync(teacher, ClassId, Ct));
        var after = Assert.Single((await cards.ReadAsync(teacher, ClassId, cancellationToken: Ct))!.Cards);
        Assert.Equal((Password, 1), (after.Secret, after.Pictures.Count));
    }

    [Theory, BothProviders]
    public async Task A_question_stays_as_it_was_and_can_get_a_picture(Provider provider)
    {
        await using var school = await templates.OpenUnmigratedAsync(provider);
        const int QuestionId = 101;
        Actor teacher;
        var now = school.Clock.Now;
        var json = Bank.Json(Bank.Drafts[0].Question);
        await using (var db = await MigrationTests.OpenAtAsync(school, provider, "OwnQuestions"))
        {
            teacher = await school.AddAsync(Role.Teacher);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "OwnQuestions" ("Id", "AuthorId", "Kind", "Text", "SearchText", "Number", "ChangedUtc", "Version")
                VALUES ({QuestionId}, {teacher.UserId}, 'OneAnswer', 'What?', 'what?', 1, {now}, 0)
                """,
                Ct);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "QuestionVersions" ("QuestionId", "Number", "Json", "CreatedUtc") VALUES ({QuestionId}, 1, {json}, {now})""",
                Ct);
        }

        await school.Database.MigrateAsync(Ct);

        var before = (await school.QuestionReader.FindAsync(teacher, QuestionId, Ct))!;
        Assert.Equal((json, null), (Bank.Json(before.Question), before.Question.Picture));
        var picture = (await school.Services.GetRequiredService<QuestionPictureStore>().AddAsync(teacher, new([1], 4, 3), Ct)).Value!;
        var after = await school.Questions.ChangeAsync(
            teacher, QuestionId, new(before.Question with { Picture = picture with { Alt = "A map" } }, []), before.Version, Ct);
        Assert.Equal((2, "A map"), (after.Value!.Number, after.Value.Question.Picture!.Alt));
    }
}
