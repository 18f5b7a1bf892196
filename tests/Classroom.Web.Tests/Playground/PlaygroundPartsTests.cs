using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Interactive;
using Classroom.Training.Settings;
using Classroom.Web.Features.Playground;

namespace Classroom.Web.Tests;

public sealed class PlaygroundPartsTests(ClassroomHost host) : HandsSchool(host)
{
    private static readonly TrainingConfig Xor = new()
    {
        Dataset = "xor",
        Data = new() { Train = 100, Validation = 100 },
        Model = new MlpConfig { Hidden = [2], Activation = Activation.Tanh },
        Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 0.3 },
        BatchSize = 4,
        Epochs = 3,
        Seed = 42,
    };

    [Fact]
    public async Task A_round_of_one_batch_checks_guesses_measures_the_same_slopes_and_lowers_the_loss()
    {
        var rounds = 0;
        var page = Render<OneBatch>(parameters => parameters.Add(part => part.Config, Xor).Add(part => part.OnDone, () => rounds++));
        page.WaitForState(() => page.FindAll("select:not([disabled])").Count == 8);
        using var network = new InteractiveNetwork(Xor, BuiltInDataSets.Get("xor")!);
        var slopes = network.Gradients(0);
        Assert.Empty(page.FindAll(".blame"));
        // Found and changed in one go: the page may be drawn again meanwhile.
        await page.InvokeAsync(() => page.FindAll("select")[0].Change(slopes[0] > 0 ? "up" : "down"));
        await page.InvokeAsync(() => page.FindAll("select")[1].Change(slopes[1] > 0 ? "down" : "up"));

        Press(page, "Pass the blame back");
        page.WaitForAssertion(() => Assert.Equal("1 of your 2 guesses was right.", Told(page)));
        Assert.Equal(8, page.FindAll(".blame path").Count);
        var rows = page.FindAll("table")[0].QuerySelectorAll("tbody tr");
        Assert.Equal(8, rows.Length);
        Assert.Contains(": right!", rows[0].ReadText(), StringComparison.Ordinal);
        Assert.Contains("not ", rows[1].ReadText(), StringComparison.Ordinal);

        Press(page, "Nudge and measure");
        foreach (var (row, slope) in page.FindAll("table")[0].QuerySelectorAll("tbody tr").Zip(slopes[..4]))
        {
            var cells = row.QuerySelectorAll("td.number").Select(cell => cell.ReadText().Replace('−', '-')).ToList();
            Assert.Equal(slope, float.Parse(cells[1], CultureInfo.InvariantCulture), 1e-4f);
            Assert.Equal(slope, float.Parse(cells[2], CultureInfo.InvariantCulture), 1e-3f);
        }

        Assert.Equal(0, rounds);
        var before = network.Loss(0);
        Press(page, "Take the step");
        network.Step(0);
        Assert.True(network.Loss(0) < before);
        Assert.Equal(1, rounds);
        Assert.Contains("The loss of this batch went from", Told(page), StringComparison.Ordinal);

        Press(page, "Next batch");
        Assert.StartsWith("Batch 2", Told(page), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".blame"));
    }

    [Fact]
    public void Sliders_change_the_border_and_a_solution_is_trained()
    {
        var config = Xor with
        {
            Data = Xor.Data! with { Margin = 0.5 },
            Model = new MlpConfig { Hidden = [6], Activation = Activation.Tanh },
            BatchSize = 8,
            Epochs = 30,
            Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.05 }
        };
        var page = Render<WeightSliders>(parameters => parameters.Add(part => part.Config, config));
        page.WaitForState(() => page.FindAll("input[type=range]:not([disabled])").Count == 32);
        Assert.Equal(8, page.FindAll("fieldset").Count);
        var picture = page.Find("image").GetAttribute("href");
        page.Find("#hand-weight-31").Input("8");

        page.WaitForAssertion(() => Assert.NotEqual(picture, page.Find("image").GetAttribute("href")));
        Assert.Equal("8", page.Find("output[for=hand-weight-31]").ReadText());
        page.WaitForAssertion(
            () => Assert.Contains("of the new points are right", page.Find("[role=status]").ReadText(), StringComparison.Ordinal));

        page.FindAll("button").Single(button => button.ReadText() == "Show one solution").Click();
        page.WaitForAssertion(
            () => Assert.StartsWith("Training has found weights with", page.Find("[role=status]").ReadText(), StringComparison.Ordinal));
        Assert.True(Score(page) >= 95, page.Find(".score").ReadText());

        page.FindAll("button").Single(button => button.ReadText() == "Start again").Click();
        page.WaitForAssertion(() => Assert.Equal(picture, page.Find("image").GetAttribute("href")));
    }

    [Fact]
    public void A_network_over_its_budget_cannot_be_trained_and_says_by_how_much()
    {
        TrainingConfig? built = null;
        var page = Render<NetworkBuilder>(parameters => parameters
            .Add(part => part.Config, Xor).Add(part => part.Budget, 22).Add(part => part.OnTrain, config => built = config));
        Assert.StartsWith("12 of 22 weights and biases used.", page.Find(".used").ReadText(), StringComparison.Ordinal);
        Press(page, "+");
        Press(page, "+");
        Assert.Equal("22 of 22 weights and biases used.", page.Find(".used").ReadText());
        page.Find("#builder-activation").Change("Relu");
        Press(page, "Train this network");
        Assert.Equal([4], ((MlpConfig)built!.Model).Hidden);
        Assert.Equal(Activation.Relu, ((MlpConfig)built.Model).Activation);
        using var network = new InteractiveNetwork(built, BuiltInDataSets.Get("xor")!);
        Assert.Equal(22, network.Places.Count);

        Press(page, "Add a hidden layer");
        Assert.Equal("28 of 22 weights and biases used. 6 too many: take away a neuron or a layer.", page.Find(".used").ReadText());
        Assert.Equal("true", Button(page, "Train this network").GetAttribute("aria-disabled"));
        page.FindAll("button").First(button => button.ReadText() == "Take away").Click();
        Assert.StartsWith("12 of 22", page.Find(".used").ReadText(), StringComparison.Ordinal);
        page.Render(parameters => parameters.Add(part => part.Disabled, true));
        Assert.All(page.FindAll("button"), button => Assert.True(button.HasAttribute("disabled")));
    }

    private static int Score(IRenderedComponent<WeightSliders> page)
    {
        var score = page.Find(".score").ReadText();
        return score.StartsWith("All", StringComparison.Ordinal)
            ? 100
            : int.Parse(score[..score.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }

    private static string Told<T>(IRenderedComponent<T> page)
        where T : Microsoft.AspNetCore.Components.IComponent => page.Find(".told").ReadText();

    private static IElement Button<T>(IRenderedComponent<T> page, string name)
        where T : Microsoft.AspNetCore.Components.IComponent => page.FindAll("button").First(button => button.ReadText() == name);

    private static void Press<T>(IRenderedComponent<T> page, string name)
        where T : Microsoft.AspNetCore.Components.IComponent => Button(page, name).Click();
}
