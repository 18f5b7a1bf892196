using System.Globalization;
using System.Text;
using System.Text.Json;
using Classroom.Training.Data;
using Classroom.Training.Data.Import;

namespace Classroom.Training.Tests;

/// <summary>
/// A hundred thousand damaged uploads: each is refused with a reason or becomes a data set that can be trained on, none
/// throws, takes forever or leaves a file. A failure names its number, from which the upload is made again.
/// </summary>
[Trait("Category", "Long")]
public sealed class ImportFuzzTests
{
    // An upload is made from its number alone: all runs try the same ones.
    private const int UploadsPerFormat = 15_000;
    private const int FirstSeed = 20_261_123;

    // It takes a millisecond, and a busy machine may stand still for seconds.
    private static readonly TimeSpan LongestImport = TimeSpan.FromMinutes(1);

    private static readonly ImportLimits Limits = new()
    {
        MaxUnpackedBytes = 1 << 20,
        MaxExamples = 2_000,
        MaxPicturePixels = 1 << 20,
        MaxDecodedPixels = 1 << 18,
        MaxAllPixels = 1 << 22
    };

    public static TheoryData<string> Formats => ["idx", "gzip", "packed", "zip", "picture", "csv", "utf-16", "pixels", "text"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_damaged_upload_is_refused_or_read_and_never_breaks_anything(string format)
    {
        var folder = Directory.CreateTempSubdirectory("classroom-fuzz-");
        var whole = Whole(format);
        var others = Formats.SelectMany(other => Whole(other.Data)).ToArray();
        var (read, refused) = (0, 0);
        using var watchdog = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        for (var number = 0; number < UploadsPerFormat; number++)
        {
            var seed = FirstSeed + number;
            try
            {
                watchdog.CancelAfter(LongestImport);
                var isRead = IsRead(format, whole, others, seed, folder.FullName, watchdog.Token);
                read += isRead ? 1 : 0;
                refused += isRead ? 0 : 1;
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{format}, seed {seed}: {e.Message}", e);
            }
        }

        // Not recursive: a file that was left makes this fail. Both answers must have been tried often.
        folder.Delete();
        Assert.True(read > 100 && refused > UploadsPerFormat / 10, $"{format}: {read} read, {refused} refused");
        TestContext.Current.TestOutputHelper?.WriteLine($"{format}: {read} read, {refused} refused");
    }

    private static bool IsRead(string format, byte[][] whole, byte[][] others, int seed, string folder, CancellationToken hangs)
    {
        var random = new Random(seed);
        var files = whole.ToArray();
        var changed = random.Next(files.Length);
        files[changed] = UploadDamage.Apply(files[changed], others, random);
        var packed = Packed(format, files);
        var choices = random.Next(4) == 0 ? new ImportChoices { LabelColumn = "label" } : new();
        choices = choices with
        {
            Content = seed % 7 == 0 ? RowContent.Table : null,
            Orientation = seed % 3 == 0 ? PictureOrientation.Transposed : null,
        };
        for (var answered = 0; ; answered++)
        {
            using var result = Import(packed, choices, folder, hangs);
            Assert.True(
                result.IsValid == (result.Errors.Count == 0 && result.Questions.Count == 0), "There is neither a data set nor a reason.");
            Assert.InRange(result.Errors.Count, 0, 21);
            Assert.All(result.Errors, error => Assert.InRange(error.ToString().Length, 10, 3_000));
            Assert.All(result.Questions, question => Assert.InRange(question.Answers.Count, 2, 100));
            if (result.IsValid)
            {
                AssertHolds(result, packed, folder, seed, hangs);
                return true;
            }

            if (result.Errors.Count > 0)
            {
                return false;
            }

            // Each answer leads on: nothing is asked again.
            Assert.InRange(answered, 0, 5);
            choices = result.Questions.Aggregate(choices, (all, question) => Answered(all, question, random));
        }
    }

    private static ImportResult Import(byte[][] files, ImportChoices choices, string folder, CancellationToken hangs) => DataSetImport.Read(
        [.. files.Select((file, index) => ($"file{index}", (Stream)new MemoryStream(file)))],
        new() { Title = "Fuzz", Choices = choices, TemporaryFolder = folder },
        Limits,
        hangs);

    private static ImportChoices Answered(ImportChoices choices, ImportQuestion question, Random random)
    {
        var answer = question.Answers[random.Next(question.Answers.Count)].Value;
        return question.Field switch
        {
            "header" when choices.Header is null => choices with { Header = bool.Parse(answer) },
            "separator" when choices.Separator is null => choices with { Separator = answer },
            "labelColumn" when choices.LabelColumn is null => choices with { LabelColumn = answer },
            "encoding" when choices.Encoding is null => choices with { Encoding = answer },
            "classFolder" when choices.ClassFolder is null =>
                choices with { ClassFolder = int.Parse(answer, CultureInfo.InvariantCulture) },
            _ => throw new InvalidOperationException($"{question.Field} is asked again."),
        };
    }

    // The one description of how a file was read: in the preview, stored, and enough to read it the same way again.
    private static void AssertHolds(ImportResult result, byte[][] files, string folder, int seed, CancellationToken hangs)
    {
        var reading = result.Reading!;
        Assert.Equal(
            result.DataSet!.Info.Examples,
            reading.Classes.Count == 0 ? result.DataSet.Info.Examples : reading.Classes.Sum(read => read.Train + read.Validation));
        Assert.All(
            reading.Classes.Where(read => read.Train + read.Validation > 1 && reading.Split == SplitKind.Stratified),
            read => Assert.True(read.Train > 0 && read.Validation > 0));
        if (seed % 10 != 0)
        {
            return;
        }

        var stored = result.DataSet.Load();
        Assert.Equal(result.DataSet.Info.Examples, stored.Examples);
        Assert.Equal(JsonSerializer.Serialize(reading), JsonSerializer.Serialize(stored.Reading));
        using var again = Import(files, reading.Taken, folder, hangs);
        Assert.Equal(Bytes(result), Bytes(again));
    }

    private static byte[] Bytes(ImportResult result)
    {
        using var bytes = new MemoryStream();
        using var stored = result.DataSet!.OpenRead();
        stored.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[][] Whole(string format) => format switch
    {
        "idx" or "packed" => [IdxFiles.Pictures(12, 4), IdxFiles.Labels(12)],
        "gzip" => [IdxFiles.Gzip(IdxFiles.Pictures(12, 4)), IdxFiles.Gzip(IdxFiles.Labels(12))],
        "zip" => [Uploads.Pictures(6)],
        "picture" => [
            Uploads.Picture(20, 30, (x, y) => new((byte)(x * y), (byte)x, (byte)y)),
            Uploads.Picture(40, 30, (x, y) => new((byte)(x * y), (byte)x, 7), SkiaSharp.SKEncodedImageFormat.Jpeg)
        ],
        "csv" => [Uploads.Leaves(12)],
        "utf-16" => [Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Uploads.Leaves(12)))],
        "pixels" => [Uploads.Digits()],
        _ => [Uploads.Text(times: 3)],
    };

    // Damage that a checksum would give away is done before packing, so that it comes through to what reads the content.
    private static byte[][] Packed(string format, byte[][] files) => format switch
    {
        "packed" => [.. files.Select(IdxFiles.Gzip)],
        "picture" => [Uploads.Zip(files.Index().Select(file => ($"{file.Index}/1", file.Item)))],
        _ => files,
    };
}
