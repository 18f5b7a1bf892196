using System.Buffers.Binary;
using System.IO.Compression;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Tests;

public sealed class DrawingTests
{
    [Fact]
    public void A_picture_holds_its_pixels_and_its_palette()
    {
        byte[] pixels = [0, 1, 2, 3, 4, 16];
        var file = Bytes(IndexedPng.ToDataAddress(pixels, 3, 2, Palette.Grey));
        var chunks = Chunks(file);

        Assert.Equal(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"], chunks.Select(chunk => chunk.Name));
        Assert.Equal(new byte[] { 0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0 }, chunks[0].Content);
        Assert.Equal(3 * 17, chunks[1].Content.Length);
        Assert.Equal(0, chunks[2].Content[^1]);
        using var rows = new MemoryStream();
        new ZLibStream(new MemoryStream(chunks[3].Content), CompressionMode.Decompress).CopyTo(rows);
        Assert.Equal(new byte[] { 0, 0, 1, 2, 0, 3, 4, 16 }, rows.ToArray());
    }

    [Fact]
    public void A_picture_with_other_pixels_than_it_says_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IndexedPng.ToDataAddress(new byte[5], 3, 2, Palette.Grey));

    // The checksum of the empty chunk at the end of every PNG file.
    [Fact]
    public void The_checksum_is_that_of_the_specification() =>
        Assert.Equal([0xAE, 0x42, 0x60, 0x82], Bytes(IndexedPng.ToDataAddress([0], 1, 1, Palette.Grey))[^4..]);

    [Fact]
    public void Colors_go_from_orange_over_white_to_blue()
    {
        var colors = Palette.Diverging.Colors.Chunk(3).ToArray();
        Assert.Equal([213, 94, 0], colors[0]);
        Assert.Equal([250, 250, 250], colors[Palette.Zero]);
        Assert.Equal([0, 114, 178], colors[2 * Palette.Zero]);
        Assert.Equal(6 * Palette.Shades, Palette.Classes.Opacities.Length);
        Assert.All(Palette.Classes.Opacities.Chunk(Palette.Shades), shades => Assert.Equal(shades.Order(), shades));
    }

    [Fact]
    public void Pictures_in_a_sheet_do_not_touch()
    {
        var sheet = PictureSheet.Create([.. Enumerable.Repeat(new byte[] { 1, 1, 1, 1 }, 9)], 2, 2, Palette.Grey);
        var header = Chunks(Bytes(sheet.Address))[0].Content;

        // Eight in a row, with seven lines between them, and two rows.
        Assert.Equal((8 * 2) + 7, BinaryPrimitives.ReadInt32BigEndian(header));
        Assert.Equal((2 * 2) + 1, BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        Assert.Equal(0, sheet.Width % 23);
    }

    [Theory]
    [InlineData(new[] { 0.0, 10 }, 5, 50)]
    [InlineData(new[] { 3.0, 3 }, 3, 50)]
    [InlineData(new double[0], 0, 50)]
    [InlineData(new[] { 0, 10, double.NaN, double.PositiveInfinity }, 5, 50)]
    [InlineData(new[] { 0.0, 10 }, 1e9, 100)]
    public void A_scale_holds_all_finite_numbers(double[] numbers, double number, double place) =>
        Assert.Equal(place, PlotScale.Create(numbers, 0, 100).At(number), 6);

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1234.6, "1,235")]
    [InlineData(12.346, "12.3")]
    [InlineData(-0.045678, "−0.0457")]
    [InlineData(0.00000123, "about 1 millionth")]
    [InlineData(2.5e12, "about 2.5 trillion")]
    [InlineData(null, "not a number")]
    public void Numbers_are_short(double? number, string text) => Assert.Equal(text, Numbers.Short(number));

    [Theory]
    [InlineData(0.5, "0.500")]
    [InlineData(0.0123, "0.0123")]
    [InlineData(1234.6, "1,235")]
    [InlineData(999_999.9, "1,000,000")]
    [InlineData(1_000_000, "about 1 million")]
    [InlineData(7_654_321_000, "about 7.65 billion")]
    [InlineData(999_700_000, "about 1 billion")]
    [InlineData(7e35, "about 7 followed by 35 zeros")]
    [InlineData(9.7e35, "about 1 followed by 36 zeros")]
    [InlineData(double.PositiveInfinity, "infinite")]
    [InlineData(double.NaN, "not a number")]
    [InlineData(0.00042, "about 420 millionths")]
    [InlineData(0.9996e-3, "0.0010")]
    [InlineData(1e-6, "about 1 millionth")]
    [InlineData(3e-7, "less than a millionth")]
    [InlineData(0.0, "0")]
    public void A_child_reads_very_large_and_very_small_losses_in_words(double loss, string text) => Assert.Equal(text, Numbers.Loss(loss));

    [Theory]
    [InlineData(0.0004, "0.0004")]
    [InlineData(-0.25, "−0.25")]
    [InlineData(7.2e35, "7.2×10³⁵")]
    [InlineData(9.99e-8, "10⁻⁷")]
    [InlineData(-1e6, "−1×10⁶")]
    [InlineData(null, "not a number")]
    public void Where_there_is_no_room_for_words_numbers_are_compact(double? number, string text) =>
        Assert.Equal(text, Numbers.Compact(number));

    [Theory]
    [InlineData("hidden.0.weight", "hidden 1")]
    [InlineData("conv.1.weight", "convolution 2")]
    [InlineData("output.weight", "output")]
    [InlineData("recurrent.weight_ih_l0", "reading 1")]
    [InlineData("recurrent.weight_hh_l1", "memory 2")]
    [InlineData("embedding.weight", "letters")]
    [InlineData("something else", "something else")]
    public void Layers_have_names_in_words(string name, string words) => Assert.Equal(words, LayerNames.Words(name));

    [Fact]
    public void Thirty_classes_have_thirty_different_marks()
    {
        (double, double)[] middle = [(10, 20)];
        var marks = Enumerable.Range(0, 30).Select(label => (ClassMarks.Fill(label), ClassMarks.Path(label, middle, 5))).ToList();
        Assert.Equal(30, marks.Distinct().Count());
        Assert.Equal(10, marks.Select(mark => mark.Item2).Distinct().Count());
        Assert.All(marks, mark => Assert.StartsWith("M10 20", mark.Item2, StringComparison.Ordinal));
    }

    private static byte[] Bytes(string address) => Convert.FromBase64String(address["data:image/png;base64,".Length..]);

    private static List<(string Name, byte[] Content)> Chunks(byte[] file)
    {
        var chunks = new List<(string, byte[])>();
        for (var place = 8; place < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(place));
            chunks.Add((System.Text.Encoding.ASCII.GetString(file, place + 4, 4), file[(place + 8)..(place + 8 + length)]));
            place += 12 + length;
        }

        return chunks;
    }
}
