using AngleSharp.Dom;
using Bunit;
using Classroom.Runs.Grains;
using Classroom.Training.Probes.Rounds;
using Classroom.Web.Features.Charts.Live;
using Classroom.Web.Features.ProbeViews;

namespace Classroom.Web.Tests;

/// <summary>Runs side by side are there to be compared: one scale for all of them, and each in its own color.</summary>
public sealed class ComparedViewsTests : BunitContext
{
    private const string Value = "VALUE";
    private const string Layers = """{"layers":[{"name":"hidden.0.weight","norm":VALUE},{"name":"output.weight","norm":0.2}]}""";
    private const string Steps = """{"layers":[{"name":"hidden.0.weight","ratio":VALUE},{"name":"output.weight","ratio":0.2}]}""";
    private const string TimeSteps =
        """{"layers":[{"name":"reading.weight","norm":0.1},{"name":"output.weight","norm":0.2}],"timeSteps":[VALUE,0.1]}""";

    public ComparedViewsTests() => Renderer.SetRendererInfo(new("Server", isInteractive: true));

    [Theory]
    [InlineData(ProbeKinds.GradientNorms, Layers)]
    [InlineData(ProbeKinds.WeightUpdates, Steps)]
    public void Bars_of_the_same_length_mean_the_same_in_all_runs(string kind, string frame)
    {
        var panel = Show(
            kind, frame.Replace(Value, "3e-9", StringComparison.Ordinal), frame.Replace(Value, "0.1", StringComparison.Ordinal));

        var pictures = panel.FindAll("figure svg[role=img]");
        Assert.Equal(Axis(pictures[0]), Axis(pictures[1]));
        Assert.Equal(Width(pictures[0], 1), Width(pictures[1], 1));
        Assert.True(Width(pictures[0], 0) < Width(pictures[1], 0));
        Assert.All(pictures[0].QuerySelectorAll("rect"), bar => Assert.Contains("f-s1", bar.ClassList));
        Assert.All(pictures[1].QuerySelectorAll("rect"), bar => Assert.Contains("f-s2", bar.ClassList));
    }

    [Fact]
    public void The_line_that_falls_the_deepest_is_the_one_that_loses_most()
    {
        var panel = Show(
            ProbeKinds.GradientNorms,
            TimeSteps.Replace(Value, "1e-12", StringComparison.Ordinal),
            TimeSteps.Replace(Value, "0.01", StringComparison.Ordinal));

        var lines = panel.FindAll("figure path");
        Assert.Equal(
            ["s-s1", "s-s2"],
            lines.Select(line => line.ClassList.Single(name => name.StartsWith("s-s", StringComparison.Ordinal))));
        var (lost, alive) = (Heights(lines[0]), Heights(lines[1]));
        Assert.Equal(lost[1], alive[1]);
        Assert.True(lost[0] > alive[0]);
    }

    [Fact]
    public void A_run_whose_scale_changes_with_that_of_another_is_drawn_again()
    {
        var first = Frame(1, ProbeKinds.GradientNorms, Layers.Replace(Value, "0.1", StringComparison.Ordinal));
        List<RunFrameMessage> growing = [first];
        IReadOnlyList<ProbePanelRun> runs = [new("a", "Still", [first], 0), new("b", "Growing", growing, 1)];
        var panel = Render<ProbePanel>(
            parameters => parameters.Add(view => view.Kind, ProbeKinds.GradientNorms).Add(view => view.Runs, runs));
        var before = Axis(panel.Find("figure svg[role=img]"));

        growing.Add(Frame(2, ProbeKinds.GradientNorms, Layers.Replace(Value, "3e-9", StringComparison.Ordinal)));
        panel.Render(parameters => parameters.Add(view => view.Runs, [.. runs]));

        Assert.NotEqual(before, Axis(panel.Find("figure svg[role=img]")));
    }

    [Fact]
    public void Weights_that_are_twice_as_large_take_twice_the_width()
    {
        var counts = string.Join(',', Enumerable.Repeat(1, 40));
        var panel = Show(
            ProbeKinds.WeightHistogram,
            $$"""{"layers":[{"name":"output.weight","limit":0.5,"counts":[{{counts}}]}]}""",
            $$"""{"layers":[{"name":"output.weight","limit":1,"counts":[{{counts}}]}]}""");

        var pictures = panel.FindAll("figure svg[role=img]");
        Assert.All(pictures, picture => Assert.Equal("1", picture.QuerySelectorAll("text")[^1].ReadText()));
        Assert.StartsWith("M60 ", pictures[0].QuerySelector(".f-s1")!.GetAttribute("d"), StringComparison.Ordinal);
        Assert.StartsWith("M0 ", pictures[1].QuerySelector(".f-s2")!.GetAttribute("d"), StringComparison.Ordinal);
    }

    private IRenderedComponent<ProbePanel> Show(string kind, string first, string second) => Render<ProbePanel>(parameters => parameters
        .Add(view => view.Kind, kind)
        .Add(view => view.Runs, [new("a", "First", [Frame(1, kind, first)], 0), new("b", "Second", [Frame(1, kind, second)], 1)]));

    private static RunFrameMessage Frame(int epoch, string kind, string json) => new(epoch * 9, epoch, kind, json);

    private static string Axis(IElement picture) =>
        string.Join(' ', picture.QuerySelectorAll("text.f-muted").Select(text => text.ReadText()));

    private static double Width(IElement picture, int bar) =>
        double.Parse(picture.QuerySelectorAll("rect")[bar].GetAttribute("width")!, System.Globalization.CultureInfo.InvariantCulture);

    private static double[] Heights(IElement line) =>
        [.. line.GetAttribute("d")!.Split('M', 'L').Skip(1)
            .Select(place => double.Parse(place.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))];
}
