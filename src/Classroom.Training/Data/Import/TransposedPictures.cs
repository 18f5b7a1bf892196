namespace Classroom.Training.Data.Import;

/// <summary>Pictures that lie in their file column by column, such as those of EMNIST, put upright.</summary>
internal static class TransposedPictures
{
    /// <param name="orientation">How the pictures lie in the file.</param>
    /// <param name="height">In pixels, of a picture as it lies in the file.</param>
    /// <param name="width">In pixels, of a picture as it lies in the file.</param>
    /// <param name="read">Reads the picture with this number as it lies in the file.</param>
    /// <returns>Reads it upright: (height, width) as stored, (width, height) where rows and columns are exchanged.</returns>
    public static Action<int, Span<byte>> Upright(PictureOrientation orientation, int height, int width, Action<int, Span<byte>> read)
    {
        if (orientation == PictureOrientation.AsStored)
        {
            return read;
        }

        var stored = new byte[height * width];
        return (number, picture) =>
        {
            read(number, stored);
            for (var i = 0; i < stored.Length; i++)
            {
                picture[(i % width * height) + (i / width)] = stored[i];
            }
        };
    }

    /// <summary>A sentence for the description of a data set, after a blank; empty where nothing was done.</summary>
    public static string InWords(PictureOrientation orientation) =>
        orientation == PictureOrientation.Transposed ? " Rows and columns of each picture are exchanged." : "";
}
