using System.Buffers.Binary;
using System.Text;
using ICSharpCode.SharpZipLib.Checksum;
using ICSharpCode.SharpZipLib.Zip;
using SkiaSharp;
using SharpZipEntry = ICSharpCode.SharpZipLib.Zip.ZipEntry;

namespace Classroom.Training.Tests;

public sealed class ZipNamesTests
{
    private static readonly string[] Classes = ["Niños", "Straße", "Äpfel", "Öl"];
    private static readonly Encoding Cp437 = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    [Fact]
    public void Names_in_CP437_arrive() => Assert.Equal(Classes, Read(name => (Cp437.GetBytes(name), [])));

    [Fact]
    public void Names_in_UTF_8_arrive_whether_or_not_the_ZIP_says_so() =>
        Assert.Equal(Classes, Read(name => (Encoding.UTF8.GetBytes(name), [])));

    [Fact]
    public void Names_that_macOS_took_apart_are_put_together() =>
        Assert.Equal(Classes, Read(name => (Encoding.UTF8.GetBytes(TakenApart(name)), [])));

    [Fact]
    public void The_Unicode_path_counts_before_the_bytes_of_the_name() => Assert.Equal(Classes, Read(name =>
    {
        byte[] plain = [.. Encoding.ASCII.GetBytes($"{Array.IndexOf(Classes, name.Split('/')[0])}/1.png")];
        return (plain, UnicodePath(plain, name));
    }));

    [Fact]
    public void A_Unicode_path_of_another_name_is_not_believed() => Assert.Equal(Classes, Read(name =>
        (Encoding.UTF8.GetBytes(name), UnicodePath([1, 2, 3], "elsewhere/1.png"))));

    // .NET takes letters apart only where the machine has ICU.
    private static string TakenApart(string name) => name
        .Replace("ñ", "n\u0303", StringComparison.Ordinal)
        .Replace("Ä", "A\u0308", StringComparison.Ordinal)
        .Replace("Ö", "O\u0308", StringComparison.Ordinal);

    private static byte[] UnicodePath(byte[] name, string path)
    {
        var crc = new Crc32();
        crc.Update(name);
        var field = new byte[9];
        BinaryPrimitives.WriteUInt16LittleEndian(field, 0x7075);
        var text = Encoding.UTF8.GetBytes(path);
        BinaryPrimitives.WriteUInt16LittleEndian(field.AsSpan(2), (ushort)(5 + text.Length));
        field[4] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(field.AsSpan(5), (uint)crc.Value);
        return [.. field, .. text];
    }

    // Programs that make ZIPs choose the bytes of a name themselves: here letters stand in for them, and are replaced afterwards.
    private static IReadOnlyList<string> Read(Func<string, (byte[] Name, byte[] Extra)> write)
    {
        var picture = Uploads.Picture(5, 5, (_, _) => SKColors.Gray);
        var stream = new MemoryStream();
        var written = Classes.Select(name => write($"{name}/1.png")).ToList();
        using (var zip = new ZipOutputStream(stream) { UseZip64 = UseZip64.Off, IsStreamOwner = false })
        {
            foreach (var (index, (name, extra)) in written.Index())
            {
                zip.PutNextEntry(new SharpZipEntry(StandIn(index, name)) { ExtraData = extra });
                zip.Write(picture);
                zip.CloseEntry();
            }
        }

        var bytes = stream.ToArray();
        foreach (var (index, (name, _)) in written.Index())
        {
            var standIn = Encoding.ASCII.GetBytes(StandIn(index, name));
            for (var at = bytes.AsSpan().IndexOf(standIn); at >= 0; at = bytes.AsSpan().IndexOf(standIn))
            {
                name.CopyTo(bytes, at);
            }
        }

        var imported = Imported.Read("names.zip", bytes);
        Assert.Equal("", imported.Faults);
        return imported.DataSet!.Classes;
    }

    private static string StandIn(int index, byte[] name) => new((char)('A' + index), name.Length);
}
