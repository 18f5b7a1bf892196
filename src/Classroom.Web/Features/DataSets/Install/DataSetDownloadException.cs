namespace Classroom.Web.Features.DataSets.Install;

/// <summary>A file could not be fetched; the message says why, for the admin who asked for it.</summary>
public sealed class DataSetDownloadException(string message, Exception? inner = null) : IOException(message, inner);
