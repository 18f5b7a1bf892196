using Classroom.School.Classes;
using Classroom.School.PictureSignIn;
using Classroom.School.SignInCards;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

/// <summary>A class that signs in with pictures, and what a child does at its sign-in page.</summary>
internal sealed record Pictured(TestSchool School, Staffed Staffed)
{
    public int ClassId => Staffed.ClassId;

    public PictureSettingService Settings => School.Services.GetRequiredService<PictureSettingService>();

    public PictureSecretService Secrets => School.Services.GetRequiredService<PictureSecretService>();

    public PictureReader Reader => School.Services.GetRequiredService<PictureReader>();

    public PictureEntrance Entrance => School.Services.GetRequiredService<PictureEntrance>();

    public static async Task<Pictured> CreateAsync(TestSchool school, PictureMode mode = PictureMode.One)
    {
        var made = new Pictured(school, await Staffed.CreateAsync(school));
        Assert.Null(await made.Settings.SetModeAsync(made.Staffed.Owner, made.ClassId, mode, Ct));
        Assert.Null(await made.Secrets.GiveToMissingAsync(made.Staffed.Owner, made.ClassId, Ct));
        return made;
    }

    public async Task<PictureDetails> SeenAsync() => (await Reader.GetAsync(Staffed.Owner, ClassId, Ct))!;

    public async Task<PictureStudent> StudentAsync() =>
        (await SeenAsync()).Students.Single(student => student.Student.Id == Staffed.Student.UserId);

    public async Task<string> CodeAsync() => (await SeenAsync()).Code!;

    /// <summary>What the student's card shows.</summary>
    public async Task<IReadOnlyList<SecretPicture>> PicturesAsync() => (await CardsAsync()).Single().Pictures;

    public async Task<IReadOnlyList<CardDetails>> CardsAsync() =>
        (await School.Services.GetRequiredService<SignInCardService>().ReadAsync(Staffed.Owner, ClassId, cancellationToken: Ct))!.Cards;

    public async Task<Refusal?> EnterAsync(IReadOnlyList<SecretPicture> chosen, int? studentId = null) =>
        (await Entrance.EnterAsync(await CodeAsync(), studentId ?? Staffed.Student.UserId, chosen, Ct)).Refusal;

    public static IReadOnlyList<SecretPicture> Other(IReadOnlyList<SecretPicture> right) =>
        [.. right.Select(picture => picture == SecretPicture.Cat ? SecretPicture.Sun : SecretPicture.Cat)];
}
