namespace Classroom.Training.Data.Import;

/// <summary>What an uploaded file is, told by its first bytes.</summary>
internal enum UploadKind
{
    Empty,
    Idx,
    Gzip,
    Zip,
    Picture,
    Unknown,

    /// <summary>A table in CSV, or text.</summary>
    Text,
}
