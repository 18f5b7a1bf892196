using Bunit;
using Classroom.Curriculum.Experiments;
using Classroom.School;
using Classroom.School.Experiments;
using Classroom.School.People;
using Classroom.Web.Features.Experiments;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests.Pages;

/// <summary>A term may have more than one experiment.</summary>
public sealed class SchoolExperimentPageTests(ClassroomHost host)
{
    private const string Main = "/lab/vanishing-gradient-problem";
    private const string Further = "/lab/vanishing-gradient-problem/time-lag";

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    private Experiment Experiment => host.Get<Curriculum.Curriculum>().FindExperiment("vanishing-gradient-problem/time-lag")!;

    [Fact]
    public async Task A_further_experiment_has_a_page_of_its_own_and_a_place_in_the_lab()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);

        var page = await maria.OpenAsync(Further);

        Assert.Equal(Experiment.Title, page.Html.QuerySelector("h1")!.ReadText());
        Assert.Contains(Experiment.Question, page.Text, StringComparison.Ordinal);
        Assert.NotEqual(Experiment.Title, (await maria.OpenAsync(Main)).Html.QuerySelector("h1")!.ReadText());
        Assert.Equal(404, (await maria.OpenAsync($"{Main}/no-such-part")).Status);
        Assert.Equal(404, (await maria.OpenAsync("/lab/no-such-term/time-lag")).Status);
        var lab = await maria.OpenAsync("/lab");
        var links = lab.Html.QuerySelectorAll(".experiments a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(Further, links[links.IndexOf(Main) + 1]);
        var titles = lab.Html.QuerySelectorAll(".experiments a strong").Select(title => title.ReadText()).ToList();
        Assert.Equal(titles.Distinct(), titles);
        Assert.Contains(
            "Extra: for “Vanishing gradient problem”, it is",
            lab.Html.QuerySelector($".experiments a[href='{Further}']")!.ReadText(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_end_of_a_further_experiment_says_which_one_counts(bool ownIsDone)
    {
        using var page = new BunitContext();
        page.Services.AddSingleton(host.Get<Curriculum.Curriculum>());

        var extra = Show(Experiment);
        Assert.Contains("This one is an extra.", extra.Find("section").ReadText(), StringComparison.Ordinal);
        Assert.Equal(ownIsDone, extra.Find("section").ReadText().Contains("you have done it", StringComparison.Ordinal));
        Assert.Equal(ownIsDone ? 0 : 1, extra.FindAll($"p a[href='{Main}']").Count);

        var own = Show(host.Get<Curriculum.Curriculum>().FindExperiment(Experiment.TermSlug)!);
        Assert.DoesNotContain("This one is an extra", own.Markup, StringComparison.Ordinal);
        Assert.Equal($"Extra experiment: {Experiment.Title}", own.Find($"a[href='{Further}']").ReadText());

        IRenderedComponent<ExperimentEnd> Show(Experiment experiment) => page.Render<ExperimentEnd>(parameters => parameters
            .Add(end => end.Experiment, experiment)
            .Add(end => end.IsDone, true)
            .Add(end => end.OwnIsDone, ownIsDone));
    }

    [Fact]
    public async Task Her_walk_through_a_further_experiment_leaves_the_terms_own_undone_and_the_teacher_sees_both()
    {
        var scene = await SchoolScene.NewAsync(host);
        var (maria, service) = (new Actor(scene.Maria.Person.Id, Role.Student), host.Get<ExperimentService>());
        var main = host.Get<Curriculum.Curriculum>().FindExperiment(Experiment.TermSlug)!;
        await service.PredictAsync(maria, main, main.Prediction.Choices[0]);
        await service.PredictAsync(maria, Experiment, Experiment.Prediction.Choices[1]);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        var seen = (await teacher.OpenAsync($"{scene.Address}/students/{maria.UserId}")).Text;

        Assert.Contains($"Vanishing gradient problem: {Experiment.Title}", seen, StringComparison.Ordinal);
        Assert.Contains($"“{main.Prediction.Choices[0]}”", seen, StringComparison.Ordinal);
        Assert.Equal(main.Prediction.Choices[0], (await service.CurrentAsync(maria, main))!.Prediction);
        Assert.Empty(await host.Get<ExperimentStore>().ListDoneAsync(maria, Ct));
    }
}
