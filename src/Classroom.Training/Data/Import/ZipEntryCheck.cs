namespace Classroom.Training.Data.Import;

/// <summary>What can be wrong with one file of a ZIP before anything of it is unpacked.</summary>
internal static class ZipEntryCheck
{
    private const int LongestPath = 400;
    private const int SmallEnough = 1024 * 1024;

    // Pictures are packed already and shrink little more; only what was made for it shrinks so much.
    private const int MostShrunk = 100;

    public static string? Fault(ZipEntry entry, ImportLimits limits) => PathFault(entry.Name) ?? (entry switch
    {
        { IsLink: true } => "It is a link or a device, not a file. Pack the pictures themselves.",
        { IsFolder: true } or { IsHarmless: true } => null,
        { IsEncrypted: true } => "It is encrypted. Pack the ZIP without a password.",
        { Method: not (0 or 8) } => $"It is packed by the method {entry.Method}, which cannot be read. Pack an ordinary ZIP.",
        { PackedBytes: < 0 } or { UnpackedBytes: < 0 } or { Position: < 0 } =>
            "The sizes that it announces are impossible: the ZIP is damaged.",
        { Method: 0 } when entry.PackedBytes != entry.UnpackedBytes =>
            "It is stored as it is, but announces two different lengths: the ZIP is damaged.",
        _ when entry.UnpackedBytes > limits.MaxPictureBytes =>
            $"It announces {entry.UnpackedBytes:N0} bytes; a picture may have at most {limits.MaxPictureBytes:N0}.",
        _ when entry.UnpackedBytes > SmallEnough && entry.UnpackedBytes / MostShrunk > entry.PackedBytes =>
            $"It unpacks to {entry.UnpackedBytes / Math.Max(1, entry.PackedBytes):N0} times its size, as no picture does.",
        { UnpackedBytes: 0 } => "The file is empty.",
        { Folder: "" } => "It is not in a folder. Put each picture into a folder with the name of its class.",
        _ => null,
    });

    private static string? PathFault(string path) => path switch
    {
        "" => "A file without a name.",
        _ when path.Length > LongestPath => $"The path has {path.Length:N0} letters; at most {LongestPath} are allowed.",
        _ when path.Any(char.IsControl) => "The path has control characters. Rename the file or folder, and pack the ZIP again.",
        _ when path.Contains('\\', StringComparison.Ordinal) =>
            "The path has a backslash. Pack the ZIP with a program that writes '/' between folders.",
        _ when path.StartsWith('/') || path is [_, ':', ..] => "The path is absolute: it leads out of the ZIP.",
        _ when path.Split('/').Any(part => part is "..") => "The path climbs out of the ZIP with '..'.",
        _ when path.TrimEnd('/').Split('/').Any(part => part is "" or ".") => "The path has an empty part.",
        _ => null,
    };
}
