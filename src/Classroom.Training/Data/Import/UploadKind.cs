namespace Classroom.Training;

/// <summary>What an uploaded file is, told by its first bytes.</summary>
internal enum UploadKind
{
    Empty,
    Idx,
    Gzip,
    Zip,
    Picture,
    Utf16,
    Unknown,
    Csv,
    Text,
}
