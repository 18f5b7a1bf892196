using Classroom.Training.Interactive;

namespace Classroom.Training.Tests;

public sealed class DrawnPictureTests
{
    private const double Paper = 280;
    private const double Filled = 18.0 / 28;

    [Fact]
    public void Wherever_and_however_large_one_draws_the_picture_is_the_same()
    {
        (double X, double Y)[] seven = [(20, 10), (110, 10), (60, 150)];
        var small = Picture([.. seven.Select(point => (point.X / 2, point.Y / 2))]);
        var moved = Picture([.. seven.Select(point => (point.X + 100, point.Y + 90))]);

        Assert.Equal(Picture(seven), moved);
        Assert.Equal(Picture(seven), small);
    }

    [Theory]
    [InlineData(28, 28)]
    [InlineData(20, 64)]
    public void A_drawing_fills_its_share_in_the_middle_of_the_picture(int width, int height)
    {
        var picture = DrawnPicture.ToPicture([[(5, 5), (205, 5), (205, 105), (5, 105), (5, 5)]], Paper, width, height, Filled);

        var inked = Enumerable.Range(0, picture.Length).Where(i => picture[i] > 127).Select(i => (X: i % width, Y: i / width)).ToList();
        Assert.Equal(width - 1, inked.Min(pixel => pixel.X) + inked.Max(pixel => pixel.X));
        Assert.Equal(height - 1, inked.Min(pixel => pixel.Y) + inked.Max(pixel => pixel.Y));
        var filled = inked.Max(pixel => pixel.X) - inked.Min(pixel => pixel.X) + 1;
        Assert.InRange(filled, width * Filled, (width * Filled) + (4 * Math.Min(width, height) / 28.0));
        Assert.Equal(0, picture[(height / 2 * width) + (width / 2)]);
    }

    [Fact]
    public void A_bare_stroke_stays_as_thin_as_the_pen()
    {
        var picture = Picture([(140, 40), (141, 240)]);
        var row = picture.AsSpan(14 * 28, 28).ToArray();
        Assert.InRange(row.Count(pixel => pixel > 127), 2, 4);
    }

    [Fact]
    public void A_dot_stays_a_dot_and_nothing_stays_black()
    {
        Assert.InRange(Picture([(70, 70)]).Count(pixel => pixel > 127), 4, 12);
        Assert.Equal(Picture([(70, 70)]), Picture([(200, 10)]));
        Assert.All(DrawnPicture.ToPicture([], Paper, 28, 28, Filled), pixel => Assert.Equal(0, pixel));
        Assert.All(DrawnPicture.ToPicture([[]], Paper, 28, 28, Filled), pixel => Assert.Equal(0, pixel));
    }

    [Fact]
    public void Size_is_that_of_the_pictures_that_it_learned_from()
    {
        Assert.Equal(18.0 / 28, DrawnPicture.FilledShare("digits", null));
        Assert.Equal(16.0 / 28, DrawnPicture.FilledShare("shifted-digits", null));
        Assert.Equal(12.0 / 28, DrawnPicture.FilledShare("digits", new() { Size = 12 }));
        Assert.Equal(20.0 / 28, DrawnPicture.FilledShare("e9b9a0d2-8f6a-4a39-9c2f-0f3f5f3f6d11", null));
    }

    private static byte[] Picture((double X, double Y)[] stroke) => DrawnPicture.ToPicture([stroke], Paper, 28, 28, Filled);
}
