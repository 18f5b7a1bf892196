using Bunit;
using Classroom.Training.Probes.Rounds;
using Classroom.Web.Features.ProbeViews;

namespace Classroom.Web.Tests;

public sealed class PictureViewTests : BunitContext
{
    public PictureViewTests() => Renderer.SetRendererInfo(new("Server", isInteractive: true));

    [Fact]
    public void The_map_counts_the_points_on_their_own_color_and_tells_new_ones_apart()
    {
        var view = TrainedRun.Plane.Show<DecisionBoundaryView>(this, ProbeKinds.DecisionBoundary);

        Assert.StartsWith("data:image/png;base64,", view.Find("image").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(2, view.FindAll("path.s-paper").Count); // filled: trained on
        Assert.Equal(2, view.FindAll("path.f-paper").Count); // hollow: new
        Assert.Equal(["inside", "outside"], view.FindAll(".legend li").Select(item => item.ReadText()));
        Assert.Matches(@"\d+ of 200", view.FindAll("figcaption strong")[0].ReadText());
        Assert.Matches(@"\d+ of 80", view.FindAll("figcaption strong")[1].ReadText());
    }

    [Fact]
    public void Training_brings_more_points_onto_their_own_color()
    {
        var frames = TrainedRun.Plane.Frames(ProbeKinds.DecisionBoundary);
        Assert.True(Right(BoundaryScene.From(frames[0], frames[^1])) > Right(BoundaryScene.From(frames[0], frames[0])));

        static int Right(BoundaryScene scene) => scene.Counts.Sum(count => count.TrainRight + count.UnseenRight);
    }

    [Fact]
    public void Filters_and_maps_are_one_picture_a_layer()
    {
        var filters = TrainedRun.Pictures.Show<FiltersView>(this, ProbeKinds.Filters);
        Assert.Single(filters.FindAll("img"));
        Assert.Contains("4 filters", filters.Find("figcaption").ReadText(), StringComparison.Ordinal);

        var maps = TrainedRun.Pictures.Show<FeatureMapsView>(this, ProbeKinds.FeatureMaps);
        Assert.Equal(3, maps.FindAll("img").Count); // the picture and two layers
        Assert.Equal(
            ["The picture", "Layer 1: 4 maps of 28 × 28", "Layer 2: 8 maps of 14 × 14"],
            maps.FindAll(".layer").Select(layer => layer.ReadText()));
    }

    [Fact]
    public void A_filters_numbers_are_its_weights()
    {
        var frames = TrainedRun.Pictures.Frames(ProbeKinds.Filters);
        var scene = FiltersScene.From(frames[^1]);
        var weights = Enumerable.Range(0, 4).SelectMany(scene.Weights).Select(weight => weight!.Value).ToList();
        Assert.Equal(4 * 9, weights.Count);
        Assert.Equal(scene.Frame.Limit!.Value, weights.Max(Math.Abs), 3);
    }

    [Fact]
    public void Mix_ups_add_up_and_look_like_something()
    {
        var view = TrainedRun.Pictures.Show<ConfusionView>(this, ProbeKinds.Confusion);

        var rows = view.FindAll(".matrix tbody tr");
        Assert.Equal(10, rows.Count);
        Assert.Equal(80, view.FindAll(".matrix tbody td").Sum(cell => int.Parse(cell.ReadText(), null)));
        Assert.All(
            Enumerable.Range(0, 10),
            label => Assert.StartsWith("right-", rows[label].QuerySelectorAll("td")[label].ClassName, StringComparison.Ordinal));
        Assert.All(view.FindAll(".mistakes strong"), words => Assert.Matches(@"^\d read as \d$", words.ReadText()));
        var right = Enumerable.Range(0, 10).Sum(label => int.Parse(rows[label].QuerySelectorAll("td")[label].ReadText(), null));
        Assert.Contains($"{right} of 80", view.Find("figcaption").ReadText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_stand_below_their_pictures_and_the_error_falls()
    {
        var view = TrainedRun.Copies.Show<ReconstructionsView>(this, ProbeKinds.Reconstructions);
        Assert.Equal(8, view.FindAll("li").Count);
        Assert.Equal(16, view.FindAll("img").Count);

        var frames = TrainedRun.Copies.Frames(ProbeKinds.Reconstructions);
        Assert.True(ReconstructionsScene.From(frames[0], frames[^1]).Error < ReconstructionsScene.From(frames[0], frames[0]).Error);
    }

    [Fact]
    public void Predictions_show_pictures_or_the_curve_of_a_sequence()
    {
        var pictures = TrainedRun.Pictures.Show<PredictionsView>(this, ProbeKinds.Predictions);
        Assert.Equal(16, pictures.FindAll("img[alt^='A picture of']").Count);
        Assert.Equal(pictures.FindAll("li.right").Count, int.Parse(pictures.Find("figcaption strong").ReadText().Split(' ')[0], null));

        var curves = TrainedRun.Curves.Show<PredictionsView>(this, ProbeKinds.Predictions);
        Assert.Equal(8, curves.FindAll("li svg path").Count);
        Assert.Empty(curves.FindAll("img"));
        Assert.Equal(11, curves.Find("li svg path").GetAttribute("d")!.Count(letter => letter == 'L')); // twelve numbers
    }
}
