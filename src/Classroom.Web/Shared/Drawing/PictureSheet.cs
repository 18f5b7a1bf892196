namespace Classroom.Web.Shared.Drawing;

/// <summary>
/// Many equally large pictures as one, in rows, with see-through lines between them: one element on the page instead of many.
/// </summary>
/// <param name="Address">A data address.</param>
/// <param name="Width">On the page, in CSS pixels, where there is room.</param>
/// <param name="Height">On the page, in CSS pixels, where there is room.</param>
public sealed record PictureSheet(string Address, int Width, int Height)
{
    private const int Columns = 8;

    // How wide a picture should be on the page.
    private const int WantedWidth = 52;

    /// <param name="pictures">width × height places in the palette each, row by row from the top.</param>
    /// <param name="palette">Its last color is see-through.</param>
    public static PictureSheet Create(IReadOnlyList<byte[]> pictures, int width, int height, Palette palette)
    {
        // A line must stay narrow beside a large picture and visible beside a small one.
        var scale = Math.Max(1, (WantedWidth + (width / 2)) / width);
        var line = Math.Max(1, 6 / scale);
        var columns = Math.Min(Columns, pictures.Count);
        var rows = (pictures.Count + Columns - 1) / Columns;
        var (sheetWidth, sheetHeight) = ((columns * (width + line)) - line, (rows * (height + line)) - line);
        var pixels = new byte[sheetWidth * sheetHeight];
        Array.Fill(pixels, (byte)(palette.Opacities.Length - 1));
        foreach (var (index, picture) in pictures.Index())
        {
            var (row, column) = Math.DivRem(index, Columns);
            for (var y = 0; y < height; y++)
            {
                picture.AsSpan(y * width, width)
                    .CopyTo(pixels.AsSpan((((row * (height + line)) + y) * sheetWidth) + (column * (width + line))));
            }
        }

        return new(IndexedPng.ToDataAddress(pixels, sheetWidth, sheetHeight, palette), scale * sheetWidth, scale * sheetHeight);
    }
}
