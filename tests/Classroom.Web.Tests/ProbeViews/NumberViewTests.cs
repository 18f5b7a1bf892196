using Bunit;
using Classroom.Runs.Grains;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Probes.WeightUpdates;
using Classroom.Web.Features.ProbeViews;

namespace Classroom.Web.Tests;

public sealed class NumberViewTests : BunitContext
{
    public NumberViewTests() => Renderer.SetRendererInfo(new("Server", isInteractive: true));

    [Fact]
    public void The_network_has_its_neurons_and_a_line_for_each_weight()
    {
        var view = TrainedRun.Plane.Show<NetworkView>(this, ProbeKinds.Network);

        Assert.Equal(2 + 4 + 2, view.FindAll("circle.neuron").Count);
        Assert.Equal(["x", "y", "inside", "outside"], view.FindAll(".names text").Select(name => name.ReadText()));
        Assert.Equal(16, view.FindAll(".lines path").Sum(path => path.GetAttribute("d")!.Count(letter => letter == 'L')));
        Assert.Contains("22 numbers", view.Find("figcaption").ReadText(), StringComparison.Ordinal);
        Assert.All(
            view.FindAll(".lines path"), path => Assert.Equal(path.ClassList.Contains("s-s2"), path.HasAttribute("stroke-dasharray")));
    }

    [Fact]
    public void Pointing_at_a_neuron_or_choosing_it_lists_its_weights()
    {
        var view = TrainedRun.Plane.Show<NetworkView>(this, ProbeKinds.Network);
        Assert.Empty(view.FindAll(".weights"));

        view.FindAll("circle.neuron")[2].MouseEnter();
        Assert.Equal(["from x", "from y", "bias"], view.FindAll(".weights dt").Select(name => name.ReadText()));
        Assert.Equal("1.0", view.Find("select").GetAttribute("value"));

        view.Find("select").Change("0.1");
        Assert.Equal(
            ["to hidden 1", "to hidden 2", "to hidden 3", "to hidden 4"], view.FindAll(".weights dt").Select(name => name.ReadText()));

        view.Find("select").Change("no such neuron");
        Assert.Empty(view.FindAll(".weights"));
    }

    [Fact]
    public void A_listed_weight_changes_with_the_epoch()
    {
        var view = TrainedRun.Plane.Show<NetworkView>(this, ProbeKinds.Network);
        view.Find("select").Change("1.0");
        var latest = view.FindAll(".weights dd").Select(weight => weight.ReadText()).ToList();

        view.Render(parameters => parameters.Add(network => network.Epoch, 0));

        Assert.NotEqual(latest, view.FindAll(".weights dd").Select(weight => weight.ReadText()));
    }

    [Fact]
    public void A_gradient_that_vanishes_is_said_to_and_one_that_does_not_is_not()
    {
        var deep = TrainedRun.Deep.Show<GradientNormsView>(this, ProbeKinds.GradientNorms);
        Assert.Equal(11, deep.FindAll("rect").Count);
        Assert.Contains("it hardly learns", deep.Find("figcaption").ReadText(), StringComparison.Ordinal);
        Assert.Equal("hidden 1", deep.Find("svg text.f-ink").ReadText());
        var widths = deep.FindAll("rect").Select(bar => double.Parse(bar.GetAttribute("width")!, null)).ToList();
        Assert.True(widths[0] < widths[^1]);
        Assert.All(widths, width => Assert.InRange(width, 0, LogBars.Right - LogBars.Left));

        var shallow = TrainedRun.Plane.Show<GradientNormsView>(this, ProbeKinds.GradientNorms);
        Assert.DoesNotContain("hardly", shallow.Find("figcaption").ReadText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_that_are_zero_or_no_numbers_have_no_bar()
    {
        var view = Render<GradientNormsView>(parameters => parameters
            .Add(
                view => view.Frames,
                [new RunFrameMessage(
                    9, 1, ProbeKinds.GradientNorms,
                    """{"layers":[{"name":"hidden.0.weight","norm":0},{"name":"output.weight","norm":null}]}""")])
            .Add(view => view.Name, "Diverged")
            .Add(view => view.Id, "d"));

        Assert.Equal(["0", "0"], view.FindAll("rect").Select(bar => bar.GetAttribute("width")));
        Assert.Contains("not a number", view.Find("svg").ReadText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gradient_that_does_not_reach_the_first_time_step_is_said_to_and_one_that_does_is_compared()
    {
        var lost = Show("[3e-14,0,null,0.02]");
        Assert.Equal(
            "The gradient at the first time step is less than a millionth of that at the last one: hardly any gets back.",
            lost.Find("figcaption strong").ReadText());
        Assert.Matches(@"^M48 [\d.]+L390 [\d.]+$", lost.Find("svg path").GetAttribute("d"));
        lost.FindAll("details")[0].TriggerEvent("ontoggle", EventArgs.Empty);
        Assert.Equal(["3×10⁻¹⁴", "0", "not a number", "0.02"], lost.FindAll("details:first-of-type td").Select(cell => cell.ReadText()));

        var alive = Show("[0.01,0.02,0.03,0.04]");
        Assert.Empty(alive.FindAll("strong"));
        Assert.Contains(
            "The gradient at the first time step is 0.25 times that at the last one.",
            alive.Find("figcaption").ReadText(),
            StringComparison.Ordinal);
        Assert.Equal(
            ["3", "0"], alive.FindAll("svg > g[aria-hidden] text:not([text-anchor=middle])").Select(end => end.ReadText()));
        alive.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);
        Assert.Equal(["3", "2", "1", "0"], alive.FindAll("tbody th").Select(place => place.ReadText()));
        // A network that fails has strong bars all the same: they stand apart, and say so.
        Assert.Contains("adds up all time steps", alive.Find("details:not(.run-numbers)").ReadText(), StringComparison.Ordinal);

        IRenderedComponent<GradientNormsView> Show(string timeSteps) => Render<GradientNormsView>(parameters => parameters
            .Add(view => view.Frames, [new RunFrameMessage(9, 1, ProbeKinds.GradientNorms,
                $$"""{"layers":[{"name":"reading.weight","norm":0.1},{"name":"output.weight","norm":0.2}],"timeSteps":{{timeSteps}}}""")])
            .Add(view => view.Name, "Recall")
            .Add(view => view.Id, "t"));
    }

    [Fact]
    public void A_step_that_goes_too_far_or_hardly_moves_is_said_to()
    {
        Assert.Equal(
            ["hidden 1", "output"], Show(0.002, 0.001).FindAll("svg text.f-ink[text-anchor=end]").Select(layer => layer.ReadText()));
        Assert.Empty(Show(0.002, 0.001).FindAll("figcaption strong"));
        Assert.Contains("jump around", Show(0.002, 0.3).Find("figcaption strong").ReadText(), StringComparison.Ordinal);
        Assert.Contains("hardly moves", Show(2e-6, 1e-7).Find("figcaption strong").ReadText(), StringComparison.Ordinal);

        IRenderedComponent<WeightUpdatesView> Show(double first, double last) => Render<WeightUpdatesView>(parameters => parameters
            .Add(view => view.Frames, [new RunFrameMessage(9, 1, ProbeKinds.WeightUpdates, FrameJson.Write(new WeightUpdatesFrame(
                [new WeightUpdate("hidden.0.weight", first), new WeightUpdate("output.weight", last)])))])
            .Add(view => view.Name, "Steps")
            .Add(view => view.Id, "s"));
    }

    [Fact]
    public void Before_the_first_step_there_are_no_bars()
    {
        var first = TrainedRun.Plane.Frames(ProbeKinds.WeightUpdates)[0];
        var view = Render<WeightUpdatesView>(
            parameters => parameters.Add(view => view.Frames, [first]).Add(view => view.Name, "Plane").Add(view => view.Id, "p"));

        Assert.Empty(view.FindAll("svg"));
        Assert.Contains("no step has been taken yet", view.Find("figcaption").ReadText(), StringComparison.Ordinal);
        Assert.NotEmpty(TrainedRun.Plane.Show<WeightUpdatesView>(this, ProbeKinds.WeightUpdates).FindAll("rect"));
    }

    [Fact]
    public void Every_weight_is_in_the_histogram()
    {
        var view = TrainedRun.Plane.Show<WeightHistogramView>(this, ProbeKinds.WeightHistogram);
        Assert.Equal(["hidden 1", "output"], view.FindAll(".layer").Select(layer => layer.ReadText()));
        Assert.Contains("8 weights", view.FindAll("svg")[0].GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_labels_leave_no_trace_until_they_are_shown()
    {
        var view = TrainedRun.Copies.Show<EmbeddingView>(this, ProbeKinds.Embedding);
        Assert.Equal(10, view.FindAll("svg[role=img] path").Count);
        Assert.Equal(10, view.FindAll(".legend li").Count);

        view.Render(parameters => parameters.Add(cloud => cloud.ShowLabels, false));
        var alone = Assert.Single(view.FindAll("path"));
        Assert.Contains("f-muted", alone.ClassList);
        Assert.Equal(80, alone.GetAttribute("d")!.Count(letter => letter == 'M'));
        Assert.Empty(view.FindAll("text, .legend"));

        view.Render(parameters => parameters.Add(cloud => cloud.ShowLabels, true));
        Assert.Equal(10, view.FindAll(".legend li").Count);
    }

    [Fact]
    public void Two_weights_walk_over_a_picture_and_many_leave_a_shadow()
    {
        var frames = TrainedRun.Line.Frames(ProbeKinds.LossSurface);
        Assert.True(frames.Count > 2);
        var line = TrainedRun.Line.Show<LossSurfaceView>(this, ProbeKinds.LossSurface);
        Assert.Single(line.FindAll("image"));
        Assert.Equal(["start", "now"], line.FindAll(".label text").Select(word => word.ReadText()));
        Assert.Equal(frames.Count - 1, line.Find("path.s-ink").GetAttribute("d")!.Count(letter => letter == 'L'));
        line.Render(parameters => parameters.Add(surface => surface.Epoch, frames[1].Epoch));
        Assert.Equal(1, line.Find("path.s-ink").GetAttribute("d")!.Count(letter => letter == 'L'));

        var many = TrainedRun.Plane.Show<LossSurfaceView>(this, ProbeKinds.LossSurface);
        Assert.Empty(many.FindAll("image"));
        Assert.Contains("shadow", many.Find("figcaption").ReadText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_look_back_does_not_move_the_ground()
    {
        var frames = TrainedRun.Plane.Frames(ProbeKinds.LossSurface);
        Assert.Equal(LossSurfaceScene.From(frames, frames.Count - 1).Places[1], LossSurfaceScene.From(frames, 1).Places[1]);
    }

    [Fact]
    public void The_text_of_the_epoch_asked_for_is_marked_among_all()
    {
        var epochs = TrainedRun.Letters.Frames(ProbeKinds.Text).Select(frame => $"{frame.Epoch}").ToList();
        var view = TrainedRun.Letters.Show<TextView>(this, ProbeKinds.Text, epoch: 0);
        Assert.Equal(epochs.AsEnumerable().Reverse(), view.FindAll("li").Select(item => item.GetAttribute("value")));
        Assert.Equal("0", view.Find("li[aria-current]").GetAttribute("value"));
        Assert.Equal("What it writes", view.Find("ol").GetAttribute("aria-label"));

        Assert.Empty(TrainedRun.Letters.Show<TextView>(this, ProbeKinds.Text).FindAll("li[aria-current]"));
    }

    [Fact]
    public void A_forecast_stands_beside_the_truth()
    {
        var sums = TrainedRun.Sums.Show<ForecastView>(this, ProbeKinds.Forecast);
        Assert.Equal(80, sums.Find("path.f-s2").GetAttribute("d")!.Count(letter => letter == 'M'));
        Assert.Equal(3, sums.FindAll(".curves li").Count);

        var line = TrainedRun.Line.Show<ForecastView>(this, ProbeKinds.Forecast);
        Assert.Empty(line.FindAll(".curves"));
        Assert.Equal(60, line.Find("path.f-s1").GetAttribute("d")!.Count(letter => letter == 'M'));
    }

    [Fact]
    public void A_sweep_marks_its_best_cell_and_leads_to_each_run()
    {
        var view = Render<SweepHeatmap>(parameters => parameters
            .Add(sweep => sweep.Rows, new("Neurons", ["2", "4"]))
            .Add(sweep => sweep.Columns, new("Learning rate", ["0.001", "0.01"]))
            .Add(sweep => sweep.Cells, [new(0.5, "done", "/runs/a"), new(0.97, "done", "/runs/b"), new(null, "waiting", "/runs/c")]));

        Assert.Equal(["/runs/a", "/runs/b", "/runs/c"], view.FindAll("tbody a").Select(link => link.GetAttribute("href")));
        Assert.Equal("97%", view.Find("td.best .value").ReadText());
        Assert.Equal("Neurons 2, Learning rate 0.01: 97%, best · done", view.Find("td.best a").GetAttribute("aria-label"));
        Assert.Equal(["tenth-5", "tenth-10", "none", "none"], view.FindAll("tbody td").Select(cell => cell.ClassList[0]));
        Assert.Contains("2 of 4", view.Find("figcaption").ReadText(), StringComparison.Ordinal);
    }
}
