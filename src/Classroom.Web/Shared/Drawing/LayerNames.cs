using System.Globalization;

namespace Classroom.Web.Shared.Drawing;

/// <summary>The engine's names of weight matrices in words.</summary>
public static class LayerNames
{
    /// <summary>"hidden.0.weight" is "hidden 1", "recurrent.weight_hh_l0" "memory 1"; what is unknown stays as it is.</summary>
    public static string Words(string name)
    {
        switch (name.Split('.'))
        {
            case [var part, var index, "weight"] when int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var place):
                return $"{(part == "conv" ? "convolution" : part)} {place + 1}";
            case [var part, "weight"]:
                return part == "embedding" ? "letters" : part;
            case ["recurrent", var weight]
                when weight.Split('_') is ["weight", var side, ['l', .. var layer]]
                    && int.TryParse(layer, NumberStyles.None, CultureInfo.InvariantCulture, out var place):
                return side == "hh" ? $"memory {place + 1}" : $"reading {place + 1}";
            default:
                return name;
        }
    }
}
