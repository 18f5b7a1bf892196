using Bunit;
using Classroom.School;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Web.Features.Runs;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests;

/// <summary>A teacher shows a run to a class on the run's page.</summary>
public sealed class RunAudiencesTests(ClassroomHost host) : HandsSchool(host)
{
    private const string Tiny = """
        { "dataset": "digits", "data": { "train": 64, "validation": 32 }, "model": { "kind": "cnn", "conv": [2], "dense": [] },
          "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 32, "epochs": 1, "seed": 7, "probes": [] }
        """;

    [Fact]
    public async Task A_teacher_shows_a_run_names_its_owner_and_takes_it_back()
    {
        var scene = await SchoolScene.NewAsync(Host);
        var (maria, noah) = (new Actor(scene.Maria.Person.Id, Role.Student), new Actor(scene.Noah.Person.Id, Role.Student));
        var run = await StartAsync(maria, Tiny);
        SignIn(scene.TeacherActor);
        var part = Render<RunAudiences>(parameters => parameters.Add(one => one.RunId, run));

        part.WaitForElement("form");
        Assert.Equal([scene.Class.Name], part.FindAll("option").Select(option => option.ReadText()));
        await part.Find("form").SubmitAsync();
        part.WaitForAssertion(() => Assert.Contains("without a name", part.Find("li").ReadText(), StringComparison.Ordinal));
        Assert.Equal(new RunStanding(IsManaged: false, Owner: null), await StandingAsync());
        Assert.EndsWith($"/runs/{run}", part.Find("#run-link").GetAttribute("value"), StringComparison.Ordinal);
        Assert.Empty(part.FindAll("form"));

        await part.FindAll("li button")[0].ClickAsync(new());
        part.WaitForAssertion(() => Assert.Contains("with the name", part.Find("li").ReadText(), StringComparison.Ordinal));
        Assert.Equal(scene.Maria.Person.DisplayName, (await StandingAsync())!.Owner);

        await part.FindAll("li button")[1].ClickAsync(new());
        part.WaitForElement("form");
        Assert.Empty(part.FindAll("li"));
        Assert.Null(await StandingAsync());

        Task<RunStanding?> StandingAsync() => Host.Get<RunReader>().FindStandingAsync(noah, run, Ct);
    }

    [Fact]
    public async Task No_class_is_chosen_for_the_teacher_where_there_are_several()
    {
        var scene = await SchoolScene.NewAsync(Host);
        var other = await Host.Get<ClassService>().CreateAsync(scene.Admin, "Period 2", [scene.Teacher.Person.Id], Ct);
        Assert.True(other.Succeeded);
        var run = await StartAsync(new Actor(scene.Maria.Person.Id, Role.Student), Tiny);
        SignIn(scene.TeacherActor);
        var part = Render<RunAudiences>(parameters => parameters.Add(one => one.RunId, run));

        await part.WaitForElement("form").SubmitAsync();
        part.WaitForAssertion(() => Assert.Contains("Choose the class", part.Markup, StringComparison.Ordinal));
        await part.Find("select").ChangeAsync(new() { Value = $"{scene.Class.Id}" });
        await part.Find("form").SubmitAsync();
        part.WaitForAssertion(() => Assert.Single(part.FindAll("li")));
        await part.Find("form").SubmitAsync();

        part.WaitForAssertion(() => Assert.Contains("Choose the class", part.Markup, StringComparison.Ordinal));
        Assert.Single(part.FindAll("li"));
    }

    [Fact]
    public async Task Its_owner_is_told_of_it_and_offered_nothing()
    {
        var scene = await SchoolScene.NewAsync(Host);
        var maria = new Actor(scene.Maria.Person.Id, Role.Student);
        var run = await StartAsync(maria, Tiny);
        SignIn(maria);

        Assert.Equal("", Render<RunAudiences>(parameters => parameters.Add(one => one.RunId, run)).Markup.Trim());

        Assert.Null(await Host.Get<ShownRunService>().ShowAsync(scene.TeacherActor, run, scene.Class.Id, isNamed: false, Ct));
        var part = Render<RunAudiences>(parameters => parameters.Add(one => one.RunId, run));
        Assert.Equal(
            $"A teacher shows this run to everybody in {scene.Class.Name}, without your name.", part.WaitForElement(".notice").ReadText());
        Assert.Empty(part.FindAll("button"));
    }
}
