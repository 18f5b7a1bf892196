using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Classroom.Training.Data.Import;

/// <summary>
/// What a ZIP holds, found from its directory before anything is unpacked: classes, how many pictures, and everything wrong
/// with names and sizes. Paths are kept as hashes, since a hundred thousand of them would take more memory than the pictures.
/// </summary>
internal sealed class ZipSurvey(string file, Upload upload)
{
    private const int MostFolders = 2_000;

    private readonly HashSet<UInt128> paths = [];
    private readonly HashSet<UInt128> parents = [];
    private readonly HashSet<string> picturesIn = new(StringComparer.Ordinal);
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> filled = new(StringComparer.Ordinal);
    private long folderCount;
    private long unpackedBytes;

    /// <summary>Files that may be pictures.</summary>
    public int Count { get; private set; }

    /// <summary>What lies beside the pictures and is left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The folders that hold pictures.</summary>
    public IReadOnlyCollection<string> Folders => picturesIn;

    /// <summary>So much that it is not worth looking at single pictures.</summary>
    public bool IsTooMuch { get; private set; }

    public void Take(ZipDirectory directory)
    {
        if (directory.Count > upload.Limits.MaxEntries)
        {
            Refuse($"The ZIP holds {directory.Count:N0} files and folders; at most {upload.Limits.MaxEntries:N0} are allowed.");
            return;
        }

        foreach (var entry in directory.Entries())
        {
            upload.Cancellation.ThrowIfCancellationRequested();
            if (ZipEntryCheck.Fault(entry, upload.Limits) is { } fault)
            {
                upload.Faults.Add(file, fault, entry: entry.Name);
            }
            else if (!paths.Add(Hash(entry.Name)))
            {
                upload.Faults.Add(file, "This name is in the ZIP twice.", entry: entry.Name);
            }
            else if (entry.Name is "[Content_Types].xml")
            {
                Refuse("The file is a document of an office program, not a ZIP of pictures. Save a spreadsheet as \"CSV UTF-8\".");
                return;
            }
            else if (!entry.IsHarmless)
            {
                Take(entry);
            }
            else if (!entry.IsFolder)
            {
                LeftOut++;
            }
        }

        CheckSums();
        CheckFolders();
    }

    private static UInt128 Hash(string text) =>
        MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));

    private void Take(ZipEntry entry)
    {
        if (entry.IsFolder)
        {
            folderCount++;
            if (folders.Count < MostFolders)
            {
                folders.Add(entry.Name.TrimEnd('/'));
            }

            return;
        }

        Count++;
        unpackedBytes += entry.UnpackedBytes;
        parents.Add(Hash(entry.Folder));
        if (picturesIn.Count <= MostFolders)
        {
            picturesIn.Add(entry.Folder);
            for (var end = entry.Name.LastIndexOf('/'); end > 0; end = entry.Name.LastIndexOf('/', end - 1))
            {
                if (filled.Count >= MostFolders || !filled.Add(entry.Name[..end]))
                {
                    break;
                }
            }
        }
    }

    private void CheckSums()
    {
        if (parents.Count > MostFolders || folderCount > MostFolders)
        {
            Refuse($"The ZIP holds {Math.Max(parents.Count, folderCount):N0} folders; at most {MostFolders:N0} are allowed, and "
                + $"{upload.Limits.MaxClasses} classes.");
        }

        if (Count > upload.Limits.MaxExamples)
        {
            Refuse($"The ZIP holds {Count:N0} files; at most {upload.Limits.MaxExamples:N0} pictures are allowed.");
        }

        if (unpackedBytes > upload.Limits.MaxUnpackedBytes)
        {
            Refuse($"The ZIP unpacks to {unpackedBytes:N0} bytes; at most {upload.Limits.MaxUnpackedBytes:N0} are allowed.");
        }
    }

    private void CheckFolders()
    {
        if (IsTooMuch)
        {
            return;
        }

        // A folder around all others holds no picture itself.
        foreach (var folder in folders.Where(
            folder => !filled.Contains(folder) && !folders.Any(other => other.StartsWith(folder + "/", StringComparison.Ordinal))))
        {
            if (!new ZipEntry(folder + "/", 0, 0, 0, 0, 0, false, 0).IsHarmless)
            {
                upload.Faults.Add(file, "The folder is empty. Put its pictures into it, or leave the folder out.", entry: folder + "/");
            }
        }

        if (upload.IsFaulty)
        {
            return;
        }

        upload.CheckCount(file, Count, "picture");
    }

    private void Refuse(string message)
    {
        IsTooMuch = true;
        upload.Faults.Add(file, message);
    }
}
