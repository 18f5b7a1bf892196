using Classroom.Training.Settings;
using Classroom.Training.Settings.Values;
using Classroom.Web.Features.Settings;

namespace Classroom.Web.Features.Lab.Bench;

/// <summary>What the blocks' buttons do to the form.</summary>
public static class LayerGroups
{
    // Finer steps are for the fields.
    private static readonly int[] Sizes = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];

    /// <summary>The groups to which the form's network may have layers added, with what one of them is called.</summary>
    public static IReadOnlyList<(LayerGroup Group, string Layer)> From(LabForm form) => form.Model switch
    {
        "cnn" => [(LayerGroup.Convolutions, "convolution"), (LayerGroup.Dense, "dense layer")],
        "rnn" => [(LayerGroup.Recurrent, "layer")],
        _ => [(LayerGroup.Hidden, "hidden layer")],
    };

    public static bool CanAdd(LabForm form, LayerGroup group) => Count(form, group) < MostLayers(form, group);

    public static bool CanRemove(LabForm form, LayerGroup group) => group switch
    {
        LayerGroup.Code => false,
        LayerGroup.Dense or LayerGroup.Hidden => true,
        _ => Count(form, group) > 1,
    };

    /// <summary>Null where it cannot become larger.</summary>
    public static int? Larger(LabForm form, LayerGroup group, int index) =>
        Sizes.Where(size => size <= MostOf(group)).Cast<int?>().FirstOrDefault(size => size > SizeAt(form, group, index));

    /// <summary>Null where it cannot become smaller.</summary>
    public static int? Smaller(LabForm form, LayerGroup group, int index) =>
        Sizes.Cast<int?>().LastOrDefault(size => size < SizeAt(form, group, index));

    public static void Resize(LabForm form, LayerGroup group, int index, int size)
    {
        // Shortcuts need layers of one width.
        var all = group == LayerGroup.Hidden && form.Model == "mlp" && form["residual"] == Flag.Yes;
        Write(form, group, [.. Read(form, group).Select((old, place) => all || place == index ? size : old)]);
    }

    /// <summary>Adds one of the size of the last.</summary>
    public static void Add(LabForm form, LayerGroup group)
    {
        if (group == LayerGroup.Recurrent)
        {
            form["layers"] = $"{Count(form, group) + 1}";
            return;
        }

        var sizes = Read(form, group);
        Write(form, group, [.. sizes, sizes.Count > 0 ? sizes[^1] : group == LayerGroup.Dense ? 64 : 16]);
    }

    public static void Remove(LabForm form, LayerGroup group, int index)
    {
        if (group == LayerGroup.Recurrent)
        {
            form["layers"] = $"{Count(form, group) - 1}";
            return;
        }

        Write(form, group, [.. Read(form, group).Where((_, place) => place != index)]);
    }

    private static int MostLayers(LabForm form, LayerGroup group) => group switch
    {
        LayerGroup.Convolutions => ModelBounds.MostConvolutions,
        LayerGroup.Hidden when form.Model == "mlp" => ModelBounds.MostHiddenLayers,
        LayerGroup.Recurrent => ModelBounds.MostRecurrentLayers,
        LayerGroup.Code => 1,
        _ => ModelBounds.MostDenseLayers,
    };

    private static int MostOf(LayerGroup group) => group switch
    {
        LayerGroup.Convolutions => ModelBounds.MostFilters,
        LayerGroup.Recurrent => ModelBounds.MostUnits,
        LayerGroup.Code => ModelBounds.MostCode,
        _ => ModelBounds.MostNeurons,
    };

    private static int Count(LabForm form, LayerGroup group) =>
        group != LayerGroup.Recurrent ? Read(form, group).Count
        : int.TryParse(form["layers"], out var layers) ? layers
        : ModelBounds.MostRecurrentLayers;

    private static int? SizeAt(LabForm form, LayerGroup group, int index) =>
        Read(form, group) is { Count: > 0 } sizes ? sizes[group == LayerGroup.Recurrent ? 0 : Math.Min(index, sizes.Count - 1)] : null;

    private static IReadOnlyList<int> Read(LabForm form, LayerGroup group)
    {
        var typed = TypedSetting.Split(form[IdOf(group)]);
        // Where one is no number there are no blocks either.
        return typed.All(size => int.TryParse(size, out _)) ? [.. typed.Select(int.Parse)] : [];
    }

    private static void Write(LabForm form, LayerGroup group, IReadOnlyList<int> sizes) =>
        form[IdOf(group)] = string.Join(", ", sizes);

    // The setting that holds the sizes.
    private static string IdOf(LayerGroup group) => group switch
    {
        LayerGroup.Convolutions => "conv",
        LayerGroup.Dense => "dense",
        LayerGroup.Hidden => "hiddenLayers",
        LayerGroup.Code => "code",
        _ => "hidden",
    };
}
