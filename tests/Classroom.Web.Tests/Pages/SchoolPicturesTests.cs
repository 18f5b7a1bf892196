using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.PictureSignIn;
using Classroom.School.SignInCards;
using Classroom.Web.Features.PictureSignIn;

namespace Classroom.Web.Tests.Pages;

/// <summary>A teacher turns pictures on, and children sign in with what is on their cards.</summary>
public sealed class SchoolPicturesTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_child_finds_her_name_chooses_the_picture_of_her_card_and_is_signed_in()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        var on = await teacher.PostAsync(await teacher.OpenAsync($"{scene.Address}/pictures"), "mode", ("mode", "One"));
        Assert.Equal($"{scene.Address}/pictures?done=on", on.Redirect);
        var settings = await teacher.OpenAsync(on.Redirect!);
        Assert.Equal(2, settings.Html.QuerySelectorAll("tbody .pill-good").Length);
        var cards = await teacher.OpenAsync($"{scene.Address}/cards");
        var card = cards.Html.QuerySelectorAll(".cards li")
            .Single(item => item.ReadText().Contains(scene.Maria.Person.DisplayName, StringComparison.Ordinal));
        var printed = new Uri(card.QuerySelector("[role='img']")!.GetAttribute("aria-label")!.Split(' ')[^1]).PathAndQuery;
        Assert.Contains($"?student={scene.Maria.Person.Id}", printed, StringComparison.Ordinal);
        var word = card.QuerySelector(".secret .word")!.ReadText();
        using var child = host.Visitor();
        var names = await child.OpenAsync(printed.Split('?')[0]);
        Assert.Contains("Who are you?", names.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Maria.Person.UserName, names.Text, StringComparison.Ordinal);

        var choice = await child.OpenAsync(names.Html.QuerySelectorAll("main ul a").Select(link => link.GetAttribute("href")!)
            .Single(address => address.EndsWith($"={scene.Maria.Person.Id}", StringComparison.Ordinal)));
        Assert.Equal(16, choice.Html.QuerySelectorAll("fieldset input[type='radio']").Length);
        var wrong = await child.PostAsync(choice, "pictures", ("first", word == "Cat" ? "Sun" : "Cat"));
        Assert.Contains("That did not work", wrong.Html.QuerySelector("[role='alert'][autofocus]")!.ReadText(), StringComparison.Ordinal);
        Assert.Contains("Choose your picture.", (await child.PostAsync(wrong, "pictures")).Text, StringComparison.Ordinal);
        var right = await child.PostAsync(wrong, "pictures", ("first", word));

        Assert.Equal("/", right.Redirect);
        Assert.Contains(scene.Maria.Person.UserName, (await child.OpenAsync("/account")).Text, StringComparison.Ordinal);
        // Another picture ends the sign-in that began with the old one.
        Assert.Null(await host.Get<PictureSecretService>().GiveAsync(scene.TeacherActor, scene.Class.Id, scene.Maria.Person.Id, Ct));
        Assert.StartsWith("http://localhost/account/login", (await child.Http.GetAsync("/account", Ct)).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_the_code_finds_the_page_and_it_is_stored_nowhere()
    {
        var scene = await SchoolScene.NewAsync(host);
        var code = await TurnOnAsync(scene, PictureMode.Two);
        using var visitor = host.Visitor();

        foreach (var wrong in new[] { scene.Class.JoinCode!, "ABCD-EFGH-JKMN", $"{scene.Class.Id}", "%01", new string('A', 2_000) })
        {
            Assert.Equal(404, (await visitor.OpenAsync($"/class/{wrong}")).Status);
        }

        using var page = await visitor.Http.GetAsync($"/class/{code}", Ct);
        // It names children: the next person at the same computer must not go back to it.
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Equal("same-origin", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
        var stranger = await visitor.OpenAsync($"/class/{code}?student={scene.Teacher.Person.Id}");
        Assert.Contains("Who are you?", stranger.Text, StringComparison.Ordinal);
        var choice = await visitor.OpenAsync($"/class/{code}?student={scene.Noah.Person.Id}");
        Assert.Equal(["Your first picture", "Your second picture"], choice.Html.QuerySelectorAll("legend").Select(legend => legend.ReadText()));
        // Without the token of the form nothing is tried.
        var forged = await visitor.PostRawAsync(
            choice.Address, [("_handler", "pictures"), ("student", $"{scene.Noah.Person.Id}"), ("first", "Cat"), ("second", "Cat")]);
        Assert.Equal(400, forged.Status);
        Assert.All(await StudentsAsync(scene), student => Assert.Equal(PictureState.Ready, student.State));
        var archived = await host.Get<ClassArchive>().ArchiveAsync(scene.TeacherActor, scene.Class.Id, Ct);
        Assert.Null(archived);
        Assert.Equal(404, (await visitor.OpenAsync($"/class/{code}")).Status);
    }

    [Fact]
    public async Task A_teacher_sees_who_is_paused_and_allows_new_tries()
    {
        var scene = await SchoolScene.NewAsync(host);
        var code = await TurnOnAsync(scene, PictureMode.Two);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var child = host.Visitor();
        var choice = await child.OpenAsync($"/class/{code}?student={scene.Noah.Person.Id}");
        var right = await PicturesAsync(scene, scene.Noah.Person.Id);
        var other = $"{SecretDrawings.All.First(picture => picture != right[0])}";
        for (var wrong = 0; wrong < PictureThrottle.WrongBeforePause; wrong++)
        {
            await child.PostAsync(choice, "pictures", ("first", other), ("second", other));
        }

        var page = await teacher.OpenAsync($"{scene.Address}/pictures");
        Assert.Contains("paused until", page.Html.QuerySelector("tbody .pill-warn")!.ReadText(), StringComparison.Ordinal);
        Assert.Contains(
            "That did not work", (await child.PostAsync(choice, "pictures", ("first", $"{right[0]}"), ("second", $"{right[1]}"))).Text, StringComparison.Ordinal);
        var freed = await teacher.PostAsync(page, "students", ("free", $"{scene.Noah.Person.Id}"));
        Assert.Equal($"{scene.Address}/pictures?done=freed", freed.Redirect);

        Assert.Equal("/", (await child.PostAsync(choice, "pictures", ("first", $"{right[0]}"), ("second", $"{right[1]}"))).Redirect);
    }

    [Fact]
    public async Task New_pictures_a_new_address_and_off_each_do_what_they_say()
    {
        var scene = await SchoolScene.NewAsync(host);
        var code = await TurnOnAsync(scene, PictureMode.One);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var lina = await scene.AddAsync("Lina", Role.Student, scene.Class.Id);
        var page = await teacher.OpenAsync($"{scene.Address}/pictures");
        Assert.Contains("Give pictures to 1 student without", page.Text, StringComparison.Ordinal);

        Assert.Equal($"{scene.Address}/cards?done=pictures", (await teacher.PostAsync(page, "students", ("act", "missing"))).Redirect);
        Assert.Single(await PicturesAsync(scene, lina.Person.Id));
        var before = await PicturesAsync(scene, scene.Maria.Person.Id);
        Assert.Equal(
            $"{scene.Address}/cards?done=picture", (await teacher.PostAsync(page, "students", ("give", $"{scene.Maria.Person.Id}"))).Redirect);
        Assert.NotEqual(before, await PicturesAsync(scene, scene.Maria.Person.Id));
        await teacher.PostAsync(page, "address", ("act", "new"));
        Assert.Equal(404, (await host.Visitor().OpenAsync($"/class/{code}")).Status);
        Assert.Equal($"{scene.Address}/pictures?done=off", (await teacher.PostAsync(page, "mode", ("mode", "Off"))).Redirect);
        Assert.Null((await host.Get<PictureReader>().GetAsync(scene.TeacherActor, scene.Class.Id, Ct))!.Code);
        Assert.Contains("No cards to print", (await teacher.OpenAsync($"{scene.Address}/cards")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_for_those_who_may_change_the_class()
    {
        var scene = await SchoolScene.NewAsync(host);
        var others = await SchoolScene.NewAsync(host);
        using var stranger = await others.SignInAsync(others.Teacher);
        using var student = await scene.SignInAsync(scene.Maria);

        Assert.Equal(404, (await stranger.OpenAsync($"{scene.Address}/pictures")).Status);
        Assert.StartsWith("/not-allowed", (await student.OpenAsync($"{scene.Address}/pictures")).Redirect, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_picture_has_a_word_and_a_drawing_of_its_own()
    {
        var drawings = SecretDrawings.All.Select(SecretDrawings.Of).ToList();

        Assert.Equal(16, drawings.Select(drawing => drawing.Word).Distinct().Count());
        Assert.Equal(16, drawings.Select(drawing => drawing.Lines + drawing.Areas).Distinct().Count());
        Assert.All(drawings, drawing => Assert.True((drawing.Lines + drawing.Areas).Length > 20));
    }

    private async Task<string> TurnOnAsync(SchoolScene scene, PictureMode mode)
    {
        Assert.Null(await host.Get<PictureSettingService>().SetModeAsync(scene.TeacherActor, scene.Class.Id, mode, Ct));
        Assert.Null(await host.Get<PictureSecretService>().GiveToAllAsync(scene.TeacherActor, scene.Class.Id, Ct));
        return (await host.Get<PictureReader>().GetAsync(scene.TeacherActor, scene.Class.Id, Ct))!.Code!;
    }

    private async Task<IReadOnlyList<PictureStudent>> StudentsAsync(SchoolScene scene) =>
        (await host.Get<PictureReader>().GetAsync(scene.TeacherActor, scene.Class.Id, Ct))!.Students;

    private async Task<IReadOnlyList<SecretPicture>> PicturesAsync(SchoolScene scene, int studentId) =>
        (await host.Get<SignInCardService>().ReadAsync(scene.TeacherActor, scene.Class.Id, cancellationToken: Ct))!.Cards
            .Single(card => card.Student.Id == studentId).Pictures;
}
