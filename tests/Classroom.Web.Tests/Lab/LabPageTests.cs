using AngleSharp.Html.Dom;
using Classroom.School;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;
using Classroom.Web.Features.Lab.Bench;
using Classroom.Web.Features.Settings;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests;

/// <summary>The lab's page as the server draws it first.</summary>
public sealed class LabPageTests(ClassroomHost host)
{
    private static readonly TrainingConfig Config = new()
    {
        Dataset = "digits",
        Model = new CnnConfig { Conv = [5, 6], Dense = [7] },
        Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 0.02, Momentum = 0.9 },
        BatchSize = 20,
        Epochs = 3,
        Seed = 99,
        Clip = 2,
    };

    private static string Value(PageAnswer page, string id) => page.Html.GetElementById(id) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => throw new InvalidOperationException($"{page.Address} has no field {id}."),
    };

    private async Task<Guid> AddRunAsync(Actor owner, TrainingConfig config, string title) =>
        (await host.Get<RunCreator>().CreateAsync(
            owner,
            new NewRun { Title = title, ConfigJson = config.ToJson(), DataSetId = config.Dataset, Steps = 300, Epochs = config.Epochs },
            TestContext.Current.CancellationToken)).Value!.Id;

    [Fact]
    public async Task A_link_fills_the_form_and_the_form_gives_the_same_link()
    {
        var student = await host.LookAsAsync("student05");
        var page = await student.OpenAsync("/" + LabLink.Create(Config));

        Assert.Equal(200, page.Status);
        Assert.Equal(
            ["5, 6", "7", "sgd", "0.02", "0.9", "20", "3", "99", "2"],
            new[] { "conv", "dense", "optimizer", "learningRate", "momentum", "batchSize", "epochs", "seed", "clip" }.Select(
                id => Value(page, id)));
        Assert.EndsWith(LabLink.Create(Config), Value(page, "lab-link"), StringComparison.Ordinal);
        Assert.Matches(@"[\d,]+ weights · 600 steps · about ", page.Html.QuerySelector(".outlook")!.ReadText());
    }

    [Theory]
    [InlineData("/lab?config=nonsense", "This link is broken")]
    [InlineData(
        "/lab?config=eyJkYXRhc2V0IjoiPHNjcmlwdD4ifQ",
        "This link holds settings that you cannot train (data set, network, optimizer, batch size, epochs)")]
    [InlineData("/lab?from=abc", "This link is broken: it does not lead to a run")]
    [InlineData("/lab?from=0199a0a0-0000-7000-8000-000000000000", "The run to start from no longer exists, or it is not yours")]
    public async Task What_cannot_be_opened_is_said_and_the_usual_form_stands_below(string address, string said)
    {
        var student = await host.LookAsAsync("student05");
        var page = await student.OpenAsync(address);

        Assert.Equal(200, page.Status);
        Assert.Contains(said, page.Html.QuerySelector("[role='alert']")!.ReadText(), StringComparison.Ordinal);
        Assert.Equal("8, 16", Value(page, "conv"));
    }

    [Theory]
    [InlineData("/lab", false)]
    [InlineData("/lab?from=abc", true)]
    [InlineData("/lab?config=nonsense", true)]
    [InlineData("/lab?term=epoch", true)]
    public async Task Whoever_brings_settings_along_lands_at_the_bench(string address, bool benchFirst)
    {
        var student = await host.LookAsAsync("student05");
        var headings = (await student.OpenAsync(address)).Html.QuerySelectorAll("h2").Select(heading => heading.ReadText()).ToList();

        Assert.Equal(benchFirst, headings.IndexOf("Build your own") < headings.IndexOf("Experiments"));
    }

    [Fact]
    public async Task What_came_with_a_link_is_said_in_words()
    {
        var student = await host.LookAsAsync("student05");
        var page = await student.OpenAsync("/" + LabLink.Create(Config));

        Assert.Contains("These settings came with the link.", page.Text, StringComparison.Ordinal);
        Assert.Contains("CNN: filters 5, then 6; dense 7 · ", page.Text, StringComparison.Ordinal);
        Assert.Contains("learning rate 0.02 · ", page.Text, StringComparison.Ordinal);
        Assert.Contains("epochs 3 · seed 99", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clone_that_was_changed_is_opened_again_with_its_changes_and_its_origin()
    {
        var scene = await SchoolScene.NewAsync(host);
        var run = await AddRunAsync(new(scene.Maria.Person.Id, Role.Student), Config, "Maria's run");
        using var maria = await scene.SignInAsync(scene.Maria);

        var page = await maria.OpenAsync("/" + LabLink.Create(LabLink.Write(Config with { Epochs = 7 }), $"{run}", null));

        Assert.Contains("Cloned from Maria's run", page.Text, StringComparison.Ordinal);
        Assert.Contains("Epochs: 3 → 7", page.Text, StringComparison.Ordinal);
        Assert.Equal("7", Value(page, "epochs"));
    }

    [Fact]
    public async Task A_clone_has_all_settings_and_nobody_clones_what_she_may_not_see()
    {
        var scene = await SchoolScene.NewAsync(host);
        var run = await AddRunAsync(new(scene.Maria.Person.Id, Role.Student), Config, "Maria's run");
        using var maria = await scene.SignInAsync(scene.Maria);
        using var noah = await scene.SignInAsync(scene.Noah);

        var page = await maria.OpenAsync($"/lab?from={run}");
        Assert.Contains("Cloned from Maria's run: change one thing", page.Text, StringComparison.Ordinal);
        Assert.Contains("you would get the same curve", page.Text, StringComparison.Ordinal);
        Assert.EndsWith(LabLink.Create(Config), Value(page, "lab-link"), StringComparison.Ordinal);

        var refused = await noah.OpenAsync($"/lab?from={run}");
        Assert.DoesNotContain("Maria", refused.Text, StringComparison.Ordinal);
        Assert.Equal("8, 16", Value(refused, "conv"));
    }

    [Fact]
    public async Task Ones_runs_are_listed_with_what_differed()
    {
        var scene = await SchoolScene.NewAsync(host);
        var teacher = scene.TeacherActor;
        await AddRunAsync(teacher, Config, "First");
        await AddRunAsync(teacher, Config with { Optimizer = Config.Optimizer with { LearningRate = 0.1 } }, "Second");
        await AddRunAsync(teacher, Config with { Optimizer = Config.Optimizer with { LearningRate = 0.1 } }, "Third");
        using var client = await scene.SignInAsync(scene.Teacher);
        var page = await client.OpenAsync("/lab");

        Assert.Equal(
            ["Nothing: the same again", "Learning rate 0.02 → 0.1", "Your first run"],
            page.Html.QuerySelectorAll("td.differed").Select(cell => cell.ReadText()));
        Assert.Equal(["CNN 5-6-7"], page.Html.QuerySelectorAll("td .network, th .network").Select(cell => cell.ReadText()).Distinct());
    }

    [Fact]
    public void Over_a_limit_is_said_before_training()
    {
        var look = Look(new() { ["conv"] = "64", ["pool"] = "none", ["dense"] = "512" });

        Assert.Contains("at most 300,000 are allowed", Assert.Single(look.Elsewhere), StringComparison.Ordinal);
        Assert.Null(look.Estimate);
    }

    [Fact]
    public void A_wrong_field_says_its_own_fault_and_nothing_else()
    {
        var look = Look(new() { ["learningRate"] = "quick" });

        Assert.Equal("optimizer.learningRate", Assert.Single(look.Errors).Key);
        Assert.Equal((null, null, 0), (look.Estimate, look.Config, look.Elsewhere.Count));
    }

    private static BenchState Look(LabForm form) =>
        BenchState.At(form, new(), BuiltInDataSets.List.ToDictionary(info => info.Id), _ => null);
}
