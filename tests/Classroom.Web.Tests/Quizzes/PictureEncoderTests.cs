using System.Text;
using Classroom.School;
using Classroom.School.Questions;
using Classroom.Web.Features.Questions;
using SkiaSharp;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>What is stored of a picture that somebody uploads.</summary>
public sealed class PictureEncoderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task A_picture_is_drawn_anew_and_what_was_hidden_in_its_file_is_gone(SKEncodedImageFormat format)
    {
        byte[] hostile = [.. Encode(format, 400, 300), .. Encoding.ASCII.GetBytes("<script>alert(1)</script>PK\u0003\u0004")];

        var drawn = await DrawAsync(hostile);

        Assert.Equal((400, 300), (drawn.Width, drawn.Height));
        Assert.DoesNotContain("<script>", Encoding.Latin1.GetString(drawn.Content), StringComparison.Ordinal);
        using var read = SKBitmap.Decode(drawn.Content);
        Assert.True(read.GetPixel(50, 150) is { Red: > 200, Blue: < 60 }, "The left half is red.");
        Assert.True(read.GetPixel(350, 150) is { Blue: > 200, Red: < 60 }, "The right half is blue.");
        using var codec = SKCodec.Create(SKData.CreateCopy(drawn.Content));
        Assert.Equal(SKEncodedImageFormat.Webp, codec.EncodedFormat);
    }

    [Fact]
    public async Task A_large_picture_becomes_smaller_and_keeps_its_shape()
    {
        var drawn = await DrawAsync(Encode(SKEncodedImageFormat.Png, 4096, 1024));

        Assert.Equal((1600, 400), (drawn.Width, drawn.Height));
    }

    [Fact]
    public async Task A_photo_that_lies_on_its_side_stands_upright_and_does_not_tell_where_it_was_taken()
    {
        var photo = WithExif(Encode(SKEncodedImageFormat.Jpeg, 400, 300), orientation: 6);

        var drawn = await DrawAsync(photo);

        Assert.Equal((300, 400), (drawn.Width, drawn.Height));
        using var read = SKBitmap.Decode(drawn.Content);
        // What was left is up.
        Assert.True(read.GetPixel(150, 50) is { Red: > 200, Blue: < 60 });
        Assert.True(read.GetPixel(150, 350) is { Blue: > 200, Red: < 60 });
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(drawn.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_is_refused_in_words()
    {
        var png = Encode(SKEncodedImageFormat.Png, 300, 200);
        foreach (var (file, said) in new (byte[], string)[]
        {
            ([], "not a PNG, JPEG or WebP"),
            ("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(), "not a PNG, JPEG or WebP"),
            ("GIF89a\u0001\u0000\u0001\u0000\u0080\u0000\u0000"u8.ToArray(), "not a PNG, JPEG or WebP"),
            (png[..(png.Length / 2)], "damaged or cut short"),
            (new byte[PictureEncoder.MostBytes + 1], "larger than 1 MiB"),
            (Encode(SKEncodedImageFormat.Png, 4097, 2), "at most 4,096"),
        })
        {
            var refused = Assert.IsType<Refusal.Invalid>((await PictureEncoder.DrawAsync(file, Ct)).Refusal);
            Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        }
    }

    private static async Task<NewPicture> DrawAsync(byte[] file)
    {
        var drawn = await PictureEncoder.DrawAsync(file, Ct);
        Assert.True(drawn.Succeeded, drawn.Refusal?.Message);
        return drawn.Value;
    }

    /// <summary>Red on the left, blue on the right.</summary>
    private static byte[] Encode(SKEncodedImageFormat format, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.Clear(SKColors.Blue);
            canvas.DrawRect(0, 0, width / 2f, height, red);
        }

        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>As a camera writes it: an Exif segment after the first marker, with the orientation in it.</summary>
    private static byte[] WithExif(byte[] jpeg, byte orientation)
    {
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }
}
