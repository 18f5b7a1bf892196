namespace Classroom.Training.Data.Import;

/// <summary>What the directory of a ZIP says of one file or folder in it. Nothing of it needs to be true.</summary>
/// <param name="Name">With slashes between folders; a folder's own ends with one.</param>
/// <param name="Position">Where its part of the file begins.</param>
/// <param name="PackedBytes">As announced.</param>
/// <param name="UnpackedBytes">As announced.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Crc">Checksum of what it unpacks to.</param>
/// <param name="IsEncrypted">It cannot be read without a password.</param>
/// <param name="UnixType">The kind of file, for example that of a link; 0 where the ZIP was not made on Unix.</param>
internal sealed record ZipEntry(
    string Name, long Position, long PackedBytes, long UnpackedBytes, int Method, uint Crc, bool IsEncrypted, int UnixType)
{
    private const int RegularFile = 0x8000;
    private const int FolderType = 0x4000;

    // What systems leave in a ZIP without being asked.
    private static readonly string[] HarmlessNames = ["__MACOSX", "Thumbs.db", "desktop.ini"];

    public bool IsFolder => Name.EndsWith('/');

    /// <summary>Left out: what systems put beside pictures, and whatever is hidden because its name begins with a dot.</summary>
    public bool IsHarmless =>
        Name.Split('/').Any(part => part.StartsWith('.') || HarmlessNames.Contains(part, StringComparer.OrdinalIgnoreCase));

    public bool IsLink => UnixType is not (0 or RegularFile or FolderType);

    /// <summary>The path of the folder in which the file lies; empty where it lies in none.</summary>
    public string Folder => Name.LastIndexOf('/') is > 0 and var end ? Name[..end] : "";
}
