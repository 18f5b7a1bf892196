using System.Globalization;
using System.IO.Compression;
using System.Text;
using Classroom.Training.Data;
using Classroom.Training.Data.Import;
using SkiaSharp;

namespace Classroom.Training.Tests;

/// <summary>Alone, since what is measured is the memory of the whole process, native libraries included.</summary>
[CollectionDefinition(nameof(ImportMemoryTests), DisableParallelization = true)]
[Collection(nameof(ImportMemoryTests))]
[Trait("Category", "Long")]
public sealed class ImportMemoryTests
{
    private const long MiB = 1024 * 1024;
    private const int Count = 98_000;
    private const int Side = 45;

    [Fact]
    public void An_IDX_upload_of_190_MiB_costs_little_memory_and_loads_back_into_one_copy()
    {
        using var pictures = NewFile();
        pictures.Write(IdxFiles.Header(0x803, [Count, Side, Side]));
        var random = new Random(1);
        var picture = new byte[Side * Side];
        for (var i = 0; i < Count; i++)
        {
            // Half noise: neither all too easy nor impossible to compress.
            random.NextBytes(picture.AsSpan(0, picture.Length / 2));
            pictures.Write(picture);
        }

        ImportResult? result = null;
        var imported = Peak(() => result = DataSetImport.Read(
            [("pictures", pictures), ("labels", new MemoryStream(IdxFiles.Labels(Count)))], new() { Title = "Large" }));
        Assert.Empty(result!.Errors);
        DataSet? data = null;
        var loaded = Peak(() => data = result.DataSet!.Load());
        result.Dispose();

        Report("IDX", pictures.Length, imported);
        Report("loading", data!.Values.Length, loaded);
        Assert.InRange(imported, long.MinValue, 64 * MiB);
        Assert.InRange(loaded, long.MinValue, data.Values.Length + (64 * MiB));
    }

    [Fact]
    public void A_CSV_upload_of_190_MiB_costs_little_memory()
    {
        using var file = NewFile();
        file.Write(Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, 500).Select(i => $"c{i}")) + ",label\n"));
        var numbers = string.Join(',', Enumerable.Range(0, 500).Select(i => (i * 0.37).ToString("F3", CultureInfo.InvariantCulture)));
        for (var i = 0; file.Length < 190 * MiB; i++)
        {
            file.Write(Encoding.ASCII.GetBytes($"{numbers},class {i % 7}\n"));
        }

        AssertCheap("CSV", file);
    }

    [Fact]
    public void A_ZIP_upload_of_190_MiB_costs_little_memory()
    {
        var random = new Random(1);
        var picture = Uploads.Picture(80, 80, (_, _) => new SKColor((uint)random.Next() | 0xff000000));
        using var file = NewFile();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i * (long)picture.Length < 190 * MiB; i++)
            {
                using var entry = zip.CreateEntry($"class {i % 7}/{i}.png", CompressionLevel.NoCompression).Open();
                entry.Write(picture);
            }
        }

        AssertCheap("ZIP", file);
    }

    private static void AssertCheap(string format, FileStream file)
    {
        var peak = Peak(() =>
        {
            using var result = DataSetImport.Read([("file", file)], new() { Title = "Large" });
            Assert.Empty(result.Errors);
        });
        Report(format, file.Length, peak);
        Assert.InRange(peak, long.MinValue, 64 * MiB);
    }

    private static FileStream NewFile() => new(
        Path.Combine(Path.GetTempPath(), $"classroom-large-{Guid.NewGuid():N}"),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });

    /// <summary>By how much the process was larger at its largest than before.</summary>
    private static long Peak(Action action)
    {
        // Memory that is free but not given back would hide what is taken.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", "5");
        var before = Status("VmRSS");
        action();
        return Status("VmHWM") - before;
    }

    private static long Status(string field) =>
        File.ReadLines("/proc/self/status")
            .Where(line => line.StartsWith(field + ":", StringComparison.Ordinal))
            .Select(line =>
                long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024)
            .Single();

    private static void Report(string what, long bytes, long peak) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {bytes / MiB} MiB with {peak / MiB} MiB more memory");
}
