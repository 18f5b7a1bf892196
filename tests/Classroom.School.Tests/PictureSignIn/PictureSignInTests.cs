using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.PictureSignIn;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class PictureSignInTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task The_picture_on_the_card_signs_in_and_no_other(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await Pictured.CreateAsync(school);
        var right = await scene.PicturesAsync();

        var entered = await scene.Entrance.EnterAsync(await scene.CodeAsync(), scene.Staffed.Student.UserId, right, Ct);

        Assert.Equal(scene.Staffed.Student.UserId, entered.Value!.StudentId);
        Assert.IsType<Refusal.Conflict>(await scene.EnterAsync(Pictured.Other(right)));
        Assert.IsType<Refusal.Invalid>(await scene.EnterAsync([]));
        Assert.IsType<Refusal.Invalid>(await scene.EnterAsync([.. right, .. right]));
        await using var db = school.OpenContext();
        Assert.DoesNotContain($"{right[0]}", (await db.PictureSecrets.SingleAsync(Ct)).Hash, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain($"{right[0]}", (await db.SignInCards.SingleAsync(Ct)).ProtectedPictures!, StringComparison.Ordinal);
    }

    [Theory, BothProviders]
    public async Task Two_pictures_count_in_their_order(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await Pictured.CreateAsync(school, PictureMode.Two);
        var right = await scene.PicturesAsync();
        for (var again = 0; right[0] == right[1] && again < 5; again++)
        {
            Assert.Null(await scene.Secrets.GiveAsync(scene.Staffed.Owner, scene.ClassId, scene.Staffed.Student.UserId, Ct));
            right = await scene.PicturesAsync();
        }

        Assert.NotNull(await scene.EnterAsync([right[1], right[0]]));
        Assert.NotNull(await scene.EnterAsync([right[0]]));
        Assert.Null(await scene.EnterAsync(right));
    }

    [Theory, BothProviders]
    public async Task Only_who_is_in_the_class_and_has_pictures_is_on_its_page_and_enters(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await Pictured.CreateAsync(school);
        var (code, right) = (await scene.CodeAsync(), await scene.PicturesAsync());
        var late = await school.AddAsync(Role.Student, "Zoe Late");
        Assert.Null(await school.Rosters.EnrolAsync(scene.Staffed.Admin, scene.ClassId, late.UserId, Ct));

        var page = (await scene.Entrance.FindAsync($" {PictureCode.Format(code).ToLowerInvariant()} ", Ct))!;

        Assert.Equal(("7b", "Student"), (page.Name, Assert.Single(page.Students).Name));
        foreach (var other in new[] { late, scene.Staffed.Waiting, scene.Staffed.Removed, scene.Staffed.Owner, scene.Staffed.Admin })
        {
            Assert.IsType<Refusal.Conflict>(await scene.EnterAsync(right, other.UserId));
        }

        foreach (var wrong in new[] { null, "", "ABCDEFGHJKLM", scene.Staffed.Code, new string('A', 5_000) })
        {
            Assert.Null(await scene.Entrance.FindAsync(wrong, Ct));
            Assert.IsType<Refusal.NotFound>((await scene.Entrance.EnterAsync(wrong, scene.Staffed.Student.UserId, right, Ct)).Refusal);
        }

        Assert.Null(await school.Rosters.RemoveAsync(scene.Staffed.Owner, scene.ClassId, scene.Staffed.Student.UserId, Ct));
        Assert.IsType<Refusal.Conflict>(await scene.EnterAsync(right));
        Assert.Empty((await scene.Entrance.FindAsync(code, Ct))!.Students);
    }

    [Theory, BothProviders]
    public async Task A_new_address_or_an_archived_class_ends_the_old_page_and_the_pictures_stay(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await Pictured.CreateAsync(school);
        var (old, right) = (await scene.CodeAsync(), await scene.PicturesAsync());

        Assert.Null(await scene.Settings.RenewCodeAsync(scene.Staffed.Teacher, scene.ClassId, Ct));

        Assert.Null(await scene.Entrance.FindAsync(old, Ct));
        Assert.Null(await scene.EnterAsync(right));
        Assert.Null(await school.ClassArchive.ArchiveAsync(scene.Staffed.Owner, scene.ClassId, Ct));
        Assert.Null(await scene.Entrance.FindAsync(await scene.CodeAsync(), Ct));
        Assert.IsType<Refusal.NotFound>(await scene.EnterAsync(right));
        Assert.IsType<Refusal.Conflict>(await scene.Secrets.GiveToAllAsync(scene.Staffed.Owner, scene.ClassId, Ct));
        Assert.Null(await school.ClassArchive.RestoreAsync(scene.Staffed.Owner, scene.ClassId, Ct));
        Assert.Null(await scene.EnterAsync(right));
    }

    [Theory, BothProviders]
    public async Task Off_and_another_number_of_pictures_make_all_pictures_void(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await Pictured.CreateAsync(school);
        var (owner, classId, code) = (scene.Staffed.Owner, scene.ClassId, await scene.CodeAsync());

        Assert.Null(await scene.Settings.SetModeAsync(owner, classId, PictureMode.Two, Ct));
        Assert.Equal((PictureState.None, code), ((await scene.StudentAsync()).State, await scene.CodeAsync()));
        Assert.Empty(await scene.CardsAsync());
        Assert.Null(await scene.Secrets.GiveToMissingAsync(owner, classId, Ct));
        Assert.Equal(2, (await scene.PicturesAsync()).Count);

        Assert.Null(await scene.Settings.SetModeAsync(owner, classId, PictureMode.Off, Ct));
        Assert.Null(await scene.Entrance.FindAsync(code, Ct));
        Assert.Empty(await scene.CardsAsync());
        Assert.IsType<Refusal.Conflict>(await scene.Secrets.GiveToAllAsync(owner, classId, Ct));
        Assert.IsType<Refusal.Conflict>(await scene.Settings.RenewCodeAsync(owner, classId, Ct));
        Assert.IsType<Refusal.Invalid>(await scene.Settings.SetModeAsync(owner, classId, (PictureMode)7, Ct));
        await using var db = school.OpenContext();
        Assert.False(await db.PictureSecrets.AnyAsync(Ct) || await db.ClassPictures.AnyAsync(Ct));
        Assert.Equal(
            ["off to one picture", "one picture to two pictures", "two pictures to off"],
            (await school.Audit.ListAsync(scene.Staffed.Admin, cancellationToken: Ct))!.Items
                .Where(line => line.Action == AuditAction.PicturesChanged).Select(line => line.Detail!.Split(": ")[1]).Reverse());
    }

    [Theory, BothProviders]
    public async Task A_new_picture_is_another_one_and_signs_the_student_out(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await Pictured.CreateAsync(school);
        var student = scene.Staffed.Student;
        for (var round = 0; round < 3; round++)
        {
            var (old, card) = (await scene.PicturesAsync(), (await scene.CardsAsync()).Single().Id);
            await school.Sessions.StartAsync(student.UserId, Ct);

            Assert.Null(await scene.Secrets.GiveAsync(scene.Staffed.Teacher, scene.ClassId, student.UserId, Ct));

            Assert.NotEqual(old, await scene.PicturesAsync());
            Assert.NotEqual(card, (await scene.CardsAsync()).Single().Id);
            Assert.NotNull(await scene.EnterAsync(old));
            await using var db = school.OpenContext();
            Assert.All(await db.SignInSessions.ToListAsync(Ct), session => Assert.NotNull(session.EndedUtc));
        }

        Assert.Null(await scene.EnterAsync(await scene.PicturesAsync()));
    }

    [Theory, BothProviders]
    public async Task A_card_has_password_and_picture_and_each_goes_by_itself(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await Pictured.CreateAsync(school);
        var (owner, student) = (scene.Staffed.Owner, scene.Staffed.Student);

        Assert.Null(await school.Passwords.ResetToCardAsync(owner, scene.ClassId, student.UserId, Ct));
        var both = Assert.Single(await scene.CardsAsync());
        Assert.True(await school.PasswordIsRightAsync(student.UserId, both.Secret!));
        Assert.Null(await scene.EnterAsync(both.Pictures));

        // A second class with pictures of its own has a card of its own.
        var second = await school.AddClassAsync(owner, student);
        Assert.Null(await scene.Settings.SetModeAsync(owner, second, PictureMode.One, Ct));
        Assert.Null(await scene.Secrets.GiveToAllAsync(owner, second, Ct));
        Assert.Equal(both, Assert.Single(await scene.CardsAsync()) with { Pictures = both.Pictures });

        await school.Passwords.ResetAsync(scene.Staffed.Admin, student.UserId, Ct);
        var picture = Assert.Single(await scene.CardsAsync());
        Assert.Equal((null, false), (picture.Secret, picture.IsUnreadable));
        Assert.Equal(both.Pictures, picture.Pictures);
        Assert.Null(await school.Passwords.ResetToCardAsync(owner, scene.ClassId, student.UserId, Ct));
        Assert.Null(await scene.Settings.SetModeAsync(owner, scene.ClassId, PictureMode.Off, Ct));
        var password = Assert.Single(await scene.CardsAsync());
        Assert.NotNull(password.Secret);
        Assert.Empty(password.Pictures);
    }

    [Theory, BothProviders]
    public async Task Only_the_owner_the_teachers_and_admins_see_and_change_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await Pictured.CreateAsync(school);
        var (staffed, classId, studentId) = (scene.Staffed, scene.ClassId, scene.Staffed.Student.UserId);
        foreach (var stranger in new[] { staffed.Assistant, staffed.Stranger, staffed.Student, staffed.Waiting })
        {
            Assert.Null(await scene.Reader.GetAsync(stranger, classId, Ct));
            foreach (var refusal in new[]
            {
                await scene.Settings.SetModeAsync(stranger, classId, PictureMode.Off, Ct),
                await scene.Settings.RenewCodeAsync(stranger, classId, Ct),
                await scene.Secrets.GiveAsync(stranger, classId, studentId, Ct),
                await scene.Secrets.GiveToAllAsync(stranger, classId, Ct),
                await scene.Secrets.GiveToMissingAsync(stranger, classId, Ct),
                await scene.Secrets.FreeAsync(stranger, classId, studentId, Ct),
                await scene.Secrets.FreeClassAsync(stranger, classId, Ct),
            })
            {
                Assert.IsType<Refusal.NotFound>(refusal);
            }
        }

        Assert.IsType<Refusal.NotFound>(await scene.Secrets.GiveAsync(staffed.Owner, classId, staffed.Waiting.UserId, Ct));
        Assert.NotNull(await scene.Reader.GetAsync(staffed.Admin, classId, Ct));
    }

    [Fact]
    public void Names_are_short_unless_two_would_read_the_same()
    {
        Assert.Equal(
            ["Ada L.", "Ben Stone", "ben sato", "Plato", "Zoë Ü."],
            ShortNames.From(["Ada Lovelace", "Ben Stone", "ben sato", "Plato", "Zoë de Übel"]));
    }
}
