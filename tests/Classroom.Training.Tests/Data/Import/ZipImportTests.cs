using System.Buffers.Binary;
using Classroom.Training.Data;
using SkiaSharp;

namespace Classroom.Training.Tests;

public sealed class ZipImportTests
{
    private static readonly byte[] Grey = Uploads.Picture(5, 5, (_, _) => new SKColor(100, 100, 100));

    [Fact]
    public void Pictures_become_grey_and_keep_the_class_of_their_folder()
    {
        var data = Imported.Read("animals.zip", Uploads.Pictures(20)).DataSet!;

        Assert.Equal((DataSetKind.Image, 16, 4), (data.Kind, data.Train, data.Validation));
        Assert.Equal([28, 28], data.Shape);
        Assert.Equal(["bright", "dark"], data.Classes);
        var pictures = data.Values.ToArray().Chunk(28 * 28).ToList();
        Assert.All(pictures.Zip(data.Labels.ToArray()), pair => Assert.Equal(pair.Second == 0, pair.First[400] > 150));
        Assert.NotEqual(data.Labels.ToArray().Order(), data.Labels.ToArray());
        Assert.Contains("20 pictures in 2 classes, from the folders of animals.zip", data.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void What_systems_leave_in_a_ZIP_and_a_folder_around_all_do_no_harm()
    {
        var data = Imported.Read("x", Uploads.Zip(
            ("pets/", []),
            ("pets/cat/", []),
            ("pets/cat/1.png", Grey),
            ("pets/cat/Thumbs.db", [1]),
            ("pets/cat/.DS_Store", []),
            ("pets/dog/2.png", Grey),
            ("__MACOSX/", []),
            ("__MACOSX/pets/cat/._1.png", [5, 6]))).DataSet!;
        Assert.Equal(["cat", "dog"], data.Classes);
        Assert.Equal(2, data.Examples);
    }

    [Fact]
    public void Classes_that_are_numbers_are_in_the_order_of_numbers()
    {
        var data = Imported.Read("x", Uploads.Zip([.. Enumerable.Range(1, 12).Select(i => ($"{i}/a.png", Grey))])).DataSet!;
        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"{i}"), data.Classes);
    }

    [Fact]
    public void A_wide_picture_lies_whole_in_the_middle_with_the_grey_of_its_edge_around()
    {
        var wide = Uploads.Picture(
            56, 28, (x, y) => x is 0 or 55 || y is 0 or 27 ? new SKColor(90, 90, 90) : x < 28 ? SKColors.White : SKColors.Black);
        var data = Imported.Read("x", Uploads.Zip(("a/1.png", wide), ("b/1.png", wide))).DataSet!;
        var picture = data.Values.Span[..784];

        Assert.Equal((90, 90), (picture[0], picture[783]));
        Assert.Equal((255, 0), (picture[(14 * 28) + 5], picture[(14 * 28) + 20]));
        Assert.Equal((90, 90), (picture[(6 * 28) + 5], picture[(21 * 28) + 5]));
    }

    [Fact]
    public void What_is_see_through_is_white_paper_and_colors_have_the_grey_that_eyes_see()
    {
        var pictures = new[] { SKColors.Transparent, SKColors.Red, SKColors.Lime, SKColors.Blue }.Select(
            (color, i) => ($"{i}/1.png", Uploads.Picture(2, 2, (_, _) => color)));
        var data = Imported.Read("x", Uploads.Zip(pictures)).DataSet!;
        var greys = data.Values.ToArray()
            .Chunk(784)
            .Zip(data.Labels.ToArray())
            .OrderBy(pair => pair.Second)
            .Select(pair => (int)pair.First[400]);

        Assert.Equal([255, 76, 150, 29], greys);
    }

    [Fact]
    public void A_picture_that_a_camera_wrote_lying_is_put_upright()
    {
        // The left half is white. Orientation 6: to be turned a quarter to the right, so that the upper half is.
        var jpeg = Uploads.Picture(32, 32, (x, _) => x < 16 ? SKColors.White : SKColors.Black, SKEncodedImageFormat.Jpeg);
        byte[] exif = [0xff, 0xe1, 0, 34, .. "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"u8, 6, 0, 0, 0, 0, 0, 0];
        byte[] turned = [.. jpeg[..2], .. exif, .. jpeg[2..]];
        var data = Imported.Read("x", Uploads.Zip(("a/1.jpg", turned), ("b/1.jpg", turned))).DataSet!;
        var picture = data.Values.Span[..784];

        Assert.True(picture[(5 * 28) + 3] > 240 && picture[(5 * 28) + 24] > 240, "the upper half is not white");
        Assert.True(picture[(23 * 28) + 3] < 15 && picture[(23 * 28) + 24] < 15, "the lower half is not black");
    }

    [Fact]
    public void A_PNG_is_turned_as_its_eXIf_says()
    {
        // The left half is white; orientation 6 asks for a quarter turn to the right.
        var png = Uploads.Picture(32, 32, (x, _) => x < 16 ? SKColors.White : SKColors.Black);
        var turned = WithChunk(png, "eXIf", [.. "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"u8, 6, 0, 0, 0, 0, 0, 0]);
        var littleEndian = WithChunk(png, "eXIf", [.. "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"u8]);

        Assert.All([turned, littleEndian], file =>
        {
            var picture = Imported.Read("x", Uploads.Zip(("a/1.png", file), ("b/1.png", file))).DataSet!.Values.Span[..784];
            Assert.True(picture[(5 * 28) + 3] > 240 && picture[(5 * 28) + 24] > 240, "the upper half is not white");
            Assert.True(picture[(23 * 28) + 3] < 15 && picture[(23 * 28) + 24] < 15, "the lower half is not black");
        });
    }

    [Fact]
    public void An_eXIf_cut_short_or_senseless_leaves_the_picture_as_it_is()
    {
        byte[][] senseless = [
            [],
            [.. "MM\0*\0\0\0\x08\0\x01"u8],
            [.. "MM\0*\xff\xff\xff\xff"u8],
            [.. "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x63\0\0\0\0\0\0\0"u8]
        ];
        Assert.All(
            senseless,
            exif => Assert.Empty(Imported.Read("x", Uploads.Zip(("a/1.png", WithChunk(Grey, "eXIf", exif)), ("b/1.png", Grey))).Errors));
    }

    public static TheoryData<string, (string Name, byte[] Content)[], string[]> Wrong => new()
    {
        { "climbs out", [("a/1.png", Grey), ("../b/1.png", Grey)], ["x.zip, ../b/1.png: The path climbs out of the ZIP"] },
        { "climbs out inside", [("a/1.png", Grey), ("b/../../1.png", Grey)], ["climbs out"] },
        { "absolute", [("a/1.png", Grey), ("/b/1.png", Grey)], ["/b/1.png: The path is absolute"] },
        { "drive letter", [("a/1.png", Grey), ("C:/b/1.png", Grey)], ["The path is absolute"] },
        { "backslash", [("a/1.png", Grey), ("b\\1.png", Grey)], ["b\\1.png: The path has a backslash"] },
        { "hidden climb", [("a/1.png", Grey), ("b/1.png", Grey), ("__MACOSX/../../x", Grey)], ["climbs out"] },
        { "control character", [("a/1.png", Grey), ("b\n/1.png", Grey)], ["control characters"] },
        { "twice", [("a/1.png", Grey), ("b/1.png", Grey), ("a/1.png", Grey)], ["a/1.png: This name is in the ZIP twice"] },
        { "nested", [("a/1.png", Grey), ("b/1.zip", Uploads.Zip(("c/1.png", Grey)))], ["b/1.zip: It is a ZIP within the ZIP"] },
        {
            "not pictures",
            [("a/1.png", Grey), ("b/1.gif", [.. "GIF89a"u8]), ("b/2.txt", [.. "Hello"u8]), ("b/3.png", [])],
            ["b/3.png: The file is empty", "b/1.gif: It is a GIF", "b/2.txt: It is not a PNG or JPEG"]
        },
        { "in no folder", [("a/1.png", Grey), ("b/1.png", Grey), ("2.png", Grey)], ["2.png: It is not in a folder"] },
        { "empty folder", [("a/1.png", Grey), ("b/1.png", Grey), ("c/", [])], ["c/: The folder is empty"] },
        { "one class", [("a/1.png", Grey), ("a/2.png", Grey)], ["All pictures lie in the folder 'a'"] },
        { "nothing", [], ["holds 0 pictures"] },
        {
            "long folder",
            [("a/1.png", Grey), (new string('b', 61) + "/1.png", Grey)],
            ["has 61 letters; a name has at most 60. It is the name of a class."]
        },
        { "cut picture", [("a/1.png", Grey), ("b/1.png", Grey[..^30])], ["b/1.png: The picture is damaged"] },
        { "no head", [("a/1.png", Grey), ("b/1.png", Grey[..20])], ["b/1.png: The picture is damaged: its head"] },
        { "everything at once", [("../1.png", Grey), ("b/1.png", Grey[..20]), ("2.png", Grey)], ["../1.png", "2.png", "b/1.png"] },
        {
            "an Excel workbook",
            [("[Content_Types].xml", [.. "<x/>"u8]), ("xl/workbook.xml", [.. "<x/>"u8])],
            ["[Content_Types].xml: It is not in a folder", "xl/workbook.xml: It is not a PNG"]
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_told_with_the_name_in_the_ZIP(string name, (string Name, byte[] Content)[] files, string[] expected)
    {
        var imported = Imported.Read("x.zip", Uploads.Zip(files));

        Assert.True(expected.Length == imported.Errors.Count, $"{name}: {imported.Faults}");
        Assert.All(expected.Zip(imported.Errors), pair => Assert.Contains(pair.First, pair.Second.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_thousand_folders_are_told_by_their_number_before_anything_is_unpacked()
    {
        var imported = Imported.Read("x", Uploads.Zip(Enumerable.Range(0, 10_000).Select(i => ($"class {i}/1.png", Grey[..20]))));
        Assert.Equal("x: The ZIP holds 10,000 folders; at most 2,000 are allowed, and 256 classes.", imported.Faults);
        Assert.Contains(
            "10,000 folders",
            Imported.Read("x", Uploads.Zip(Enumerable.Range(0, 10_000).Select(i => ($"class {i}/", Array.Empty<byte>())))).Faults,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20_000, 20_000, SKEncodedImageFormat.Png)]
    [InlineData(65_000, 60_000, SKEncodedImageFormat.Jpeg)]
    [InlineData(4_000, 3_000, SKEncodedImageFormat.Png)]
    public void A_picture_that_would_fill_the_memory_is_refused_before_a_pixel_is_decoded(
        int width, int height, SKEncodedImageFormat format)
    {
        var bomb = Resized(Uploads.Picture(64, 64, (_, _) => SKColors.Gray, format), width, height, format);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var imported = Imported.Read("x", Uploads.Zip(("a/1.png", bomb), ("b/1.png", Grey)));

        Assert.Contains($"The picture has {width:N0} × {height:N0} pixels; at most", imported.Faults, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void A_photo_from_a_phone_is_read_at_a_fraction_of_its_size()
    {
        var photo = Uploads.Picture(4_000, 3_000, (x, _) => x < 2_000 ? SKColors.White : SKColors.Black, SKEncodedImageFormat.Jpeg);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var imported = Imported.Read("x", Uploads.Zip(("a/1.jpg", photo), ("b/1.jpg", photo)));

        Assert.Empty(imported.Errors);
        Assert.Equal((255, 0), (imported.DataSet!.Values.Span[(14 * 28) + 5], imported.DataSet.Values.Span[(14 * 28) + 20]));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Fact]
    public void All_pictures_together_have_a_limit_of_pixels() =>
        Assert.Contains(
            "more than 60 pixels together",
            Imported.Read(
                "x", Uploads.Zip(("a/1.png", Grey), ("a/2.png", Grey), ("b/1.png", Grey)), limits: new() { MaxAllPixels = 60 }).Faults,
            StringComparison.Ordinal);

    [Fact]
    public void A_bomb_is_refused_by_what_it_announces()
    {
        var zeros = new byte[20_000_000];
        Assert.Contains(
            "It announces 20,000,000 bytes",
            Imported.Read("x", Uploads.Zip(("a/1.png", zeros), ("b/1.png", Grey))).Faults,
            StringComparison.Ordinal);
        Assert.Contains(
            "times its size, as no picture does",
            Imported.Read("x", Uploads.Zip(("a/1.png", zeros[..15_000_000]), ("b/1.png", Grey))).Faults,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_that_announces_little_is_left_where_that_ends()
    {
        var zip = Uploads.Zip(("a/1.png", new byte[15_000_000]), ("b/1.png", Grey));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var imported = Imported.Read("x", Changed(zip, 24, 1_000_000));

        Assert.Contains(
            "a/1.png: It unpacks to more than the 1,000,000 bytes that it announces", imported.Faults, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    public static TheoryData<int, int, string> Damaged => new()
    {
        { 8, 1, "encrypted" },
        { 10, 12, "packed by the method 12" },
        { 24, 999, "It ends after" },
        { 16, 0, "checksum does not fit" },
        { 42, 77_777, "cannot be unpacked" },
        { 38, 0xa1ff << 16, "a link or a device" },
        { 0, 5, "directory of the ZIP is damaged at its entry 1" },
        { 28, 60_000, "directory of the ZIP is damaged at its entry 1" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_directory_that_lies_is_told(int at, int value, string expected) =>
        Assert.Contains(
            expected,
            Imported.Read("x", Changed(Uploads.Zip(("a/1.png", Grey), ("b/1.png", Grey)), at, value)).Faults,
            StringComparison.Ordinal);

    [Trait("Category", "Long")]
    [Fact]
    public void A_ZIP_of_more_than_65_535_files_is_read_or_refused_by_their_number()
    {
        var zip = Uploads.Zip(Enumerable.Range(0, 70_000).Select(i => ($"{i % 2}/{i}.png", Grey)));
        Assert.Equal(70_000, Imported.Read("x", zip).DataSet!.Examples);
        Assert.Contains(
            "The ZIP holds 70,000 files and folders; at most 50,000",
            Imported.Read("x", zip, limits: new() { MaxEntries = 50_000 }).Faults,
            StringComparison.Ordinal);
        Assert.Contains(
            "at most 60,000 pictures", Imported.Read("x", zip, limits: new() { MaxExamples = 60_000 }).Faults, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ZIP_without_its_end_is_told()
    {
        var zip = Uploads.Pictures();
        Assert.Contains("no directory at its end", Imported.Read("x", zip[..^30]).Faults, StringComparison.Ordinal);
        Assert.Contains(
            "does not fit into the file", Imported.Read("x", zip[..40].Concat(zip[^22..]).ToArray()).Faults, StringComparison.Ordinal);
    }

    // Writes a number into the first entry of the directory: two bytes at even places before 16, at 28 and 30, else four.
    private static byte[] Changed(byte[] zip, int at, int value)
    {
        var changed = zip.ToArray();
        var end = changed.AsSpan().LastIndexOf("PK\x05\x06"u8);
        var entry = changed.AsSpan(BinaryPrimitives.ReadInt32LittleEndian(changed.AsSpan(end + 16)) + at);
        if (at is < 16 or 28 or 30)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(entry, (ushort)value);
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(entry, value);
        }

        return changed;
    }

    // The same file with another size in its head.
    private static byte[] Resized(byte[] picture, int width, int height, SKEncodedImageFormat format)
    {
        var resized = picture.ToArray();
        if (format == SKEncodedImageFormat.Jpeg)
        {
            var frame = resized.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xff, 0xc0]);
            BinaryPrimitives.WriteUInt16BigEndian(resized.AsSpan(frame + 5), (ushort)height);
            BinaryPrimitives.WriteUInt16BigEndian(resized.AsSpan(frame + 7), (ushort)width);
            return resized;
        }

        BinaryPrimitives.WriteInt32BigEndian(resized.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(resized.AsSpan(20), height);
        var crc = new ICSharpCode.SharpZipLib.Checksum.Crc32();
        crc.Update(new ArraySegment<byte>(resized, 12, 17));
        BinaryPrimitives.WriteUInt32BigEndian(resized.AsSpan(29), (uint)crc.Value);
        return resized;
    }

    // Right after the header chunk, which has 13 bytes.
    private static byte[] WithChunk(byte[] png, string type, byte[] content)
    {
        byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(type), .. content];
        var crc = new ICSharpCode.SharpZipLib.Checksum.Crc32();
        crc.Update(named);
        var length = new byte[4];
        var checksum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, (uint)crc.Value);
        return [.. png[..33], .. length, .. named, .. checksum, .. png[33..]];
    }
}
