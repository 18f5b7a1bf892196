using Bunit;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Web.Features.Lab.Bench;
using Classroom.Web.Features.Presets;
using Classroom.Web.Features.Settings;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Tests;

/// <summary>The network as blocks: what they say, and what their buttons do to the form.</summary>
public sealed class NetworkBlocksTests : BunitContext
{
    public NetworkBlocksTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    private static DataSetInfo Data(string id) => BuiltInDataSets.List.Single(info => info.Id == id);

    private IRenderedComponent<NetworkBlocks> Show(LabForm form, string data = "digits")
    {
        IRenderedComponent<NetworkBlocks>? view = null;
        view = Render<NetworkBlocks>(parameters => parameters
            .Add(blocks => blocks.Form, form)
            .Add(blocks => blocks.Data, Data(data))
            .Add(blocks => blocks.Errors, BenchState.Nothing.Errors)
            .Add(blocks => blocks.Changed, EventCallback.Factory.Create(this, () => view!.Render())));
        return view;
    }

    private static string[] Words(IRenderedComponent<NetworkBlocks> view) =>
        [.. view.FindAll(".block")
            .Select(block => $"{block.QuerySelector("strong")!.ReadText()}: {block.QuerySelector(".shape")!.ReadText()}")];

    private static void Press(IRenderedComponent<NetworkBlocks> view, string button) =>
        view.FindAll("button").Single(found => (found.GetAttribute("aria-label") ?? found.ReadText()) == button).Click();

    [Fact]
    public void A_picture_becomes_maps_then_neurons_then_classes() =>
        Assert.Equal(
            [
                "Picture: 28 × 28", "Convolution 1: 8 maps of 14 × 14", "Convolution 2: 16 maps of 7 × 7", "Dense 1: 64 neurons",
                "Output: 10 classes"
            ],
            Words(Show(new())));

    [Theory]
    [InlineData("rnn", "sentences", "GRU 1: 48 units")]
    [InlineData("mlp", "spiral", "Row: 2 numbers|Hidden 1: 16 neurons|Hidden 2: 16 neurons|Output: 2 classes")]
    [InlineData("mlp", "line", "Output: 1 number")]
    [InlineData(
        "autoencoder", "digits",
        "Picture: 28 × 28|Hidden 1: 16 neurons|Hidden 2: 16 neurons|Code: 2 numbers|Way back: 16 neurons|Way back: 16 neurons|Copy: 28 × 28")]
    public void Other_networks_are_drawn_from_their_input_to_their_output(string model, string data, string expected) =>
        Assert.Contains(expected, string.Join('|', Words(Show(new() { Model = model }, data))), StringComparison.Ordinal);

    [Fact]
    public void Buttons_resize_add_and_take_out_layers_in_the_forms_own_fields()
    {
        var form = new LabForm();
        var view = Show(form);

        Press(view, "Convolution 2: make it larger");
        Assert.Equal("8, 24", form["conv"]);
        Press(view, "Convolution 1: make it smaller");
        Assert.Equal("6, 24", form["conv"]);
        Press(view, "Add a convolution");
        Assert.Contains("Convolution 3: 24 maps of 3 × 3", Words(view));
        Press(view, "Convolution 1: take it out");
        Assert.Equal("24, 24", form["conv"]);
        Press(view, "Dense 1: take it out");
        Assert.Equal("", form["dense"]);
        Press(view, "Add a dense layer");
        Assert.Equal("64", form["dense"]);
    }

    [Fact]
    public void What_the_engine_would_refuse_cannot_be_pressed()
    {
        var view = Show(new() { ["conv"] = "64, 1, 2, 2", ["dense"] = "" });

        bool IsDisabled(string name) =>
            view.FindAll("button")
                .Single(found => (found.GetAttribute("aria-label") ?? found.ReadText()) == name)
                .GetAttribute("aria-disabled") == "true";
        Assert.True(IsDisabled("Convolution 1: make it larger"));
        Assert.True(IsDisabled("Convolution 2: make it smaller"));
        Assert.True(IsDisabled("Add a convolution"));
        Assert.False(IsDisabled("Add a dense layer"));
        Assert.Empty(Show(new() { ["conv"] = "8" }).FindAll("button[aria-label='Convolution 1: take it out']"));
    }

    [Fact]
    public void Layers_with_shortcuts_keep_one_width()
    {
        var form = new LabForm { Model = "mlp", ["residual"] = "yes", ["hiddenLayers"] = "12, 12, 12" };
        Press(Show(form, "spiral"), "Hidden 2: make it larger");
        Assert.Equal("16, 16, 16", form["hiddenLayers"]);
    }

    [Theory]
    [InlineData("8, many")]
    [InlineData("0")]
    [InlineData("99999999999")]
    [InlineData("-3")]
    [InlineData("1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1")]
    public void Sizes_that_are_none_are_not_drawn(string conv) => Assert.Empty(Show(new() { ["conv"] = conv }).FindAll(".block"));

    [Fact]
    public void A_network_that_cannot_learn_the_data_is_not_drawn() => Assert.Empty(Show(new(), "spiral").FindAll(".block"));

    [Fact]
    public void Every_preset_is_drawn_with_a_name_on_every_button()
    {
        foreach (var preset in LabPresets.All)
        {
            var view = Show(LabForm.From(preset.Config), preset.Config.Dataset);

            Assert.True(view.FindAll(".block").Count >= 2, preset.Name);
            var names = view.FindAll("button").Select(button => button.GetAttribute("aria-label") ?? button.ReadText()).ToList();
            Assert.Equal(names.Distinct(), names);
        }
    }
}
