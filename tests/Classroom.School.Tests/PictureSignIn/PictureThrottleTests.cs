using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.PictureSignIn;
using Classroom.School.SignInCards;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>What makes sixteen pictures enough.</summary>
public sealed class PictureThrottleTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task After_five_wrong_tries_the_right_picture_waits_ten_minutes_and_is_answered_as_a_wrong_one(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await Pictured.CreateAsync(school);
        var right = await scene.PicturesAsync();
        var wrong = (await scene.EnterAsync(Pictured.Other(right)))!;
        await FailAsync(scene, right, PictureThrottle.WrongBeforePause - 2);
        Assert.Equal(PictureState.Ready, (await scene.StudentAsync()).State);
        await FailAsync(scene, right, 1);

        var paused = await scene.StudentAsync();
        Assert.Equal((PictureState.Paused, school.Clock.Now + PictureThrottle.Pause), (paused.State, paused.PausedUntilUtc));
        Assert.Equal(wrong.Message, (await scene.EnterAsync(right))!.Message);
        Assert.Equal(wrong.Message, (await scene.EnterAsync(right, studentId: -1))!.Message);
        school.Clock.Now += PictureThrottle.Pause - TimeSpan.FromSeconds(1);
        Assert.NotNull(await scene.EnterAsync(right));
        school.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await scene.EnterAsync(right));
        Assert.Equal(PictureState.Ready, (await scene.StudentAsync()).State);
    }

    [Theory, BothProviders]
    public async Task After_ten_in_a_row_a_teacher_has_to_allow_it_and_what_was_right_between_starts_anew(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await Pictured.CreateAsync(school);
        var right = await scene.PicturesAsync();
        await FailAsync(scene, right, 4);
        Assert.Null(await scene.EnterAsync(right));
        for (var wrong = 0; wrong < PictureThrottle.WrongBeforeHold; wrong++)
        {
            Assert.NotEqual(PictureState.Held, (await scene.StudentAsync()).State);
            school.Clock.Now += PictureThrottle.Pause;
            await FailAsync(scene, right, 1);
        }

        school.Clock.Now += TimeSpan.FromDays(3);
        Assert.NotNull(await scene.EnterAsync(right));
        Assert.Equal(PictureState.Held, (await scene.StudentAsync()).State);
        Assert.Null(await scene.Secrets.FreeAsync(scene.Staffed.Teacher, scene.ClassId, scene.Staffed.Student.UserId, Ct));
        Assert.Null(await scene.Secrets.FreeAsync(scene.Staffed.Teacher, scene.ClassId, scene.Staffed.Student.UserId, Ct));
        Assert.Null(await scene.EnterAsync(right));
        Assert.Single(
            (await school.Audit.ListAsync(scene.Staffed.Admin, cancellationToken: Ct))!.Items,
            line => line.Action == AuditAction.PicturesFreed);
    }

    [Theory, BothProviders]
    public async Task Tries_at_the_same_moment_are_all_counted(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await Pictured.CreateAsync(school);
        var (code, right) = (await scene.CodeAsync(), await scene.PicturesAsync());
        var guesses = Enum.GetValues<SecretPicture>().Where(picture => picture != right[0]).ToList();

        // The right one is the last of sixteen at once: by then, five others have been counted.
        await Task.WhenAll(guesses.Select(guess => Task.Run(
            () => scene.Entrance.EnterAsync(code, scene.Staffed.Student.UserId, [guess], Ct), Ct)));

        Assert.Equal(PictureState.Paused, (await scene.StudentAsync()).State);
        Assert.NotNull(await scene.EnterAsync(right));
        await using var db = school.OpenContext();
        Assert.Equal(PictureThrottle.WrongBeforePause, Assert.Single(db.PictureSecrets).WrongInARow);
        Assert.Equal(PictureThrottle.WrongBeforePause, Assert.Single(db.ClassPictures).Wrong);
    }

    [Theory, BothProviders]
    public async Task Too_many_wrong_tries_in_ten_minutes_pause_the_class_and_no_other(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await Pictured.CreateAsync(school);
        var (owner, right) = (scene.Staffed.Owner, await scene.PicturesAsync());
        var other = await school.AddClassAsync(owner, scene.Staffed.Student);
        Assert.Null(await scene.Settings.SetModeAsync(owner, other, PictureMode.One, Ct));
        Assert.Null(await scene.Secrets.GiveToAllAsync(owner, other, Ct));

        // One that comes when the first of the others is ten minutes old begins a new count.
        await SetCountAsync(scene, PictureThrottle.WrongInClass - 1, PictureThrottle.Pause);
        Assert.NotNull(await scene.EnterAsync(Pictured.Other(right)));
        Assert.Null((await scene.SeenAsync()).PausedUntilUtc);
        await SetCountAsync(scene, PictureThrottle.WrongInClass - 1, PictureThrottle.Pause - TimeSpan.FromSeconds(1));
        Assert.NotNull(await scene.EnterAsync(Pictured.Other(right)));

        Assert.IsType<Refusal.QuotaExceeded>(await scene.EnterAsync(right));
        Assert.Equal(school.Clock.Now + PictureThrottle.Pause, (await scene.SeenAsync()).PausedUntilUtc);
        Assert.Null((await scene.Reader.GetAsync(owner, other, Ct))!.PausedUntilUtc);
        Assert.Null(await scene.Secrets.FreeClassAsync(owner, scene.ClassId, Ct));
        Assert.Null(await scene.EnterAsync(right));
        await SetCountAsync(scene, PictureThrottle.WrongInClass - 1, TimeSpan.FromMinutes(1));
        Assert.IsType<Refusal.Conflict>(await scene.EnterAsync(Pictured.Other(right)));
        Assert.IsType<Refusal.QuotaExceeded>(await scene.EnterAsync(right));
        school.Clock.Now += PictureThrottle.Pause;
        Assert.Null(await scene.EnterAsync(right));
    }

    private static async Task FailAsync(Pictured scene, IReadOnlyList<SecretPicture> right, int times)
    {
        for (var time = 0; time < times; time++)
        {
            Assert.IsType<Refusal.Conflict>(await scene.EnterAsync(Pictured.Other(right)));
        }
    }

    /// <summary>As if so many wrong ones had been chosen, the first of them so long ago: each takes time to hash.</summary>
    private static async Task SetCountAsync(Pictured scene, int wrong, TimeSpan ago)
    {
        DateTime? since = scene.School.Clock.Now - ago;
        await using var db = scene.School.OpenContext();
        await db.ClassPictures.Where(c => c.ClassId == scene.ClassId).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Wrong, wrong).SetProperty(c => c.WrongSinceUtc, since), Ct);
    }
}
