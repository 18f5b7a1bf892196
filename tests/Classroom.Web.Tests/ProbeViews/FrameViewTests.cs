using System.Text.RegularExpressions;
using Bunit;
using Classroom.Runs.Grains;
using Classroom.Training.Probes.Rounds;
using Classroom.Web.Features.ProbeViews;

namespace Classroom.Web.Tests;

/// <summary>What holds for every view: which frame it shows, when it draws, and what it says.</summary>
public sealed partial class FrameViewTests : BunitContext
{
    public FrameViewTests() => Renderer.SetRendererInfo(new("Server", isInteractive: true));

    public static TheoryData<string> Kinds =>
        [.. typeof(ProbeKinds).GetFields()
            .Where(constant => constant.IsLiteral && constant.IsPublic)
            .Select(constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_view_that_says_when_and_what(string kind)
    {
        var frames = RunWith(kind).Frames(kind);
        var panel = Show(kind, frames);

        Assert.Equal(ProbeViews.Find(kind)!.Title, panel.Find("section.panel h2").ReadText());
        Assert.Contains($"After epoch {frames[^1].Epoch}", panel.Find("figure figcaption").ReadText(), StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("[style]"));
        Assert.All(panel.FindAll("img"), image => Assert.NotEmpty(image.GetAttribute("alt")!));
        Assert.All(
            panel.FindAll("svg"),
            picture => Assert.True(picture.GetAttribute("aria-hidden") == "true" || picture.GetAttribute("aria-label")?.Length > 3));
        Assert.DoesNotContain("NaN", panel.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_view_shows_the_last_frame_up_to_the_epoch_asked_for(string kind)
    {
        var frames = RunWith(kind).Frames(kind);

        Assert.Contains("Before training", Show(kind, frames, epoch: 0).Find("figcaption").ReadText(), StringComparison.Ordinal);
        Assert.Contains(
            $"After epoch {frames[1].Epoch}",
            Show(kind, frames, epoch: frames[1].Epoch).Find("figcaption").ReadText(),
            StringComparison.Ordinal);
        Assert.Contains(
            $"After epoch {frames[^1].Epoch}", Show(kind, frames, epoch: 1_000).Find("figcaption").ReadText(), StringComparison.Ordinal);

        // As on the page: the same view, taken back and forth.
        var panel = Show(kind, frames);
        var latest = Drawing(panel);
        panel.Render(parameters => parameters.Add(view => view.Epoch, 0));
        Assert.Equal(Drawing(Show(kind, frames, epoch: 0)), Drawing(panel));
        Assert.NotEqual(latest, Drawing(panel));
        panel.Render(parameters => parameters.Add(view => view.Epoch, null));
        Assert.Equal(latest, Drawing(panel));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_view_without_frames_says_what_will_come_and_draws_it_when_it_has(string kind)
    {
        var frames = RunWith(kind).Frames(kind);
        var growing = new List<RunFrameMessage>();
        var panel = Show(kind, growing);
        Assert.Single(panel.FindAll("figure p.muted"));
        Assert.Empty(panel.FindAll("figure svg, figure img, figure ol"));

        foreach (var frame in frames)
        {
            growing.Add(frame);
            panel.Render();
            Assert.Contains(
                frame.Epoch == 0 ? "Before training" : $"After epoch {frame.Epoch}",
                panel.Find("figcaption").ReadText(),
                StringComparison.Ordinal);
        }

        Assert.Equal(Drawing(Show(kind, frames)), Drawing(panel));
    }

    [Fact]
    public void A_view_is_drawn_anew_only_for_another_frame()
    {
        var frames = TrainedRun.Plane.Frames(ProbeKinds.DecisionBoundary);
        var panel = Show(ProbeKinds.DecisionBoundary, frames, epoch: 0);
        panel.Render();
        var map = panel.FindComponent<DecisionBoundaryView>();
        var before = map.RenderCount;

        for (var update = 0; update < 5; update++)
        {
            panel.Render(parameters => parameters.Add(view => view.Epoch, 0));
        }

        Assert.Equal(before, map.RenderCount);
        panel.Render(parameters => parameters.Add(view => view.Epoch, frames[1].Epoch));
        Assert.Equal(before + 1, map.RenderCount);
    }

    [Theory]
    [InlineData(ProbeKinds.DecisionBoundary, 2)]
    [InlineData(ProbeKinds.GradientNorms, 2)]
    [InlineData(ProbeKinds.Forecast, 80)]
    [InlineData(ProbeKinds.LossSurface, null)]
    public void The_numbers_are_made_when_they_are_asked_for(string kind, int? rows)
    {
        var frames = RunWith(kind).Frames(kind);
        var panel = Show(kind, frames);
        Assert.Empty(panel.FindAll("details table"));

        panel.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);

        Assert.Equal(rows ?? frames.Count, panel.FindAll("details tbody tr").Count);
        Assert.NotEmpty(panel.Find("details caption").ReadText());
    }

    [Fact]
    public void Several_runs_stand_side_by_side_under_their_names()
    {
        var frames = TrainedRun.Plane.Frames(ProbeKinds.Network);
        var panel = Render<ProbePanel>(parameters => parameters
            .Add(view => view.Kind, ProbeKinds.Network)
            .Add(view => view.Runs, [new("a", "Linear", frames), new("b", "Tanh", frames)]));

        Assert.Equal(["Linear", "Tanh"], panel.FindAll("h3").Select(heading => heading.ReadText()));
        var ids = panel.FindAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void What_is_no_probe_shows_nothing() => Assert.Empty(Show("curves", []).Markup.Trim());

    /// <summary>The run that is trained here and has frames of a kind.</summary>
    internal static TrainedRun RunWith(string kind) => kind switch
    {
        ProbeKinds.DecisionBoundary or ProbeKinds.Network or ProbeKinds.WeightHistogram or ProbeKinds.GradientNorms => TrainedRun.Plane,
        ProbeKinds.Embedding or ProbeKinds.Reconstructions => TrainedRun.Copies,
        ProbeKinds.Forecast => TrainedRun.Sums,
        ProbeKinds.LossSurface => TrainedRun.Line,
        ProbeKinds.Text => TrainedRun.Letters,
        _ => TrainedRun.Pictures,
    };

    private IRenderedComponent<ProbePanel> Show(string kind, IReadOnlyList<RunFrameMessage> frames, int? epoch = null) =>
        Render<ProbePanel>(parameters => parameters
            .Add(view => view.Kind, kind)
            .Add(view => view.Runs, [new("r1", "My run", frames)])
            .Add(view => view.Epoch, epoch));

    // Without the numbers by which bunit and Blazor know handlers.
    private static string Drawing(IRenderedComponent<ProbePanel> panel) => Handlers().Replace(panel.Find("figure").OuterHtml, "");

    [GeneratedRegex("blazor:[a-z:]+=\"[^\"]*\"")]
    private static partial Regex Handlers();
}
