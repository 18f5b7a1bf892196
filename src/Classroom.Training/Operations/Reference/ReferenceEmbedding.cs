namespace Classroom.Training.Operations.Reference;

/// <summary>A table with one row of numbers for each character.</summary>
internal static class ReferenceEmbedding
{
    /// <summary>The rows at these places: (places, size).</summary>
    /// <param name="places">Rows of the table.</param>
    /// <param name="table">(rows, size).</param>
    /// <param name="size">Numbers in a row.</param>
    public static double[] Forward(long[] places, double[] table, int size) =>
        [.. places.SelectMany(place => table.Skip((int)place * size).Take(size))];

    /// <summary>The table's gradient, (rows, size): a row that was taken twice gets both gradients.</summary>
    /// <param name="places">Rows of the table.</param>
    /// <param name="outputGradient">(places, size).</param>
    /// <param name="rows">Of the table.</param>
    /// <param name="size">Numbers in a row.</param>
    public static double[] Backward(long[] places, double[] outputGradient, int rows, int size)
    {
        var table = new double[rows * size];
        for (var i = 0; i < outputGradient.Length; i++)
        {
            table[((int)places[i / size] * size) + (i % size)] += outputGradient[i];
        }

        return table;
    }
}
