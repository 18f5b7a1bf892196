using Classroom.Training.Data;

namespace Classroom.Training.Models;

/// <summary>What goes into a network and comes out of it, as the comments of a model.py say it.</summary>
internal static class PythonShapes
{
    /// <summary>One example in words.</summary>
    public static string Example(DataSetInfo data) => data.Kind switch
    {
        DataSetKind.Image => $"a gray picture of {data.Shape[0]} x {data.Shape[1]} pixels",
        DataSetKind.Sequence => $"{data.Shape[0]} places one after another, with {Numbers(data.Shape[1])} at each",
        _ => $"a row of {Numbers(data.Shape[0])}",
    };

    /// <summary>What the network says of one example, in words.</summary>
    public static string Answer(DataSetInfo data) =>
        data.IsRegression ? "a predicted number" : $"a score for each of the {data.Classes.Count} classes";

    /// <summary>What prepare() makes of examples.</summary>
    public static string Batch(DataSetInfo data) => data.Kind switch
    {
        DataSetKind.Image => $"(batch, 1, {data.Shape[0]}, {data.Shape[1]})",
        DataSetKind.Text => "(batch, characters)",
        _ => $"(batch, {string.Join(", ", data.Shape)})",
    };

    public static string Numbers(int count) => count == 1 ? "1 number" : $"{count} numbers";
}
