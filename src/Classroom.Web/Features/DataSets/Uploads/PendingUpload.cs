using System.Diagnostics.CodeAnalysis;
using Classroom.Training.Data;
using Classroom.Training.Data.Import;

namespace Classroom.Web.Features.DataSets.Uploads;

/// <summary>One upload between its arrival and its storing, with what was said about it so far.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing to give back.")]
public sealed class PendingUpload
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private List<PendingFile> files;
    private volatile bool isDiscarded;

    internal PendingUpload(string token, int ownerId, Guid? replaces, List<PendingFile> files) =>
        (Token, OwnerId, Replaces, this.files) = (token, ownerId, replaces, files);

    /// <summary>Part of the preview's address; nobody can guess it, and nobody else may use it.</summary>
    public string Token { get; }

    public int OwnerId { get; }

    /// <summary>The data set whose place it is to take; null for one more.</summary>
    public Guid? Replaces { get; }

    public DateTimeOffset ExpiresUtc { get; internal set; }

    /// <summary>As it was typed last.</summary>
    public string Title { get; set; } = "";

    /// <summary>What was chosen; the rest the importer takes from the files, or asks.</summary>
    public ImportChoices Choices { get; set; } = new();

    /// <summary>What these files are with these choices; null until they have been read.</summary>
    public UploadPreview? Preview { get; set; }

    /// <summary>How it was asked which folders are the classes, so that the answer can be changed; null where that was not asked.</summary>
    public ImportQuestion? FolderQuestion { get; set; }

    /// <summary>The data set that it became; its files are gone then.</summary>
    public Guid? StoredAs { get; private set; }

    public IReadOnlyList<string> FileNames => [.. files.Select(file => file.Name)];

    /// <summary>Lends the files to one reader at a time; null where they are gone.</summary>
    public async Task<T?> ReadAsync<T>(
        Func<IReadOnlyList<(string Name, Stream Content)>, Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            return isDiscarded ? null : await read([.. files.Select(file => (file.Name, file.Content.OpenRead()))]);
        }
        finally
        {
            Release();
        }
    }

    internal async Task ReplaceAsync(List<PendingFile> corrected, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        files.ForEach(file => file.Content.Dispose());
        (files, Preview, FolderQuestion) = (corrected, null, null);
        Release();
    }

    /// <summary>Gives the files back, but remembers what became of them for whoever presses twice.</summary>
    internal void Finish(Guid storedAs)
    {
        StoredAs = storedAs;
        Discard();
    }

    /// <summary>Gives the files back as soon as nobody reads them.</summary>
    internal void Discard()
    {
        isDiscarded = true;
        DisposeIfUnread();
    }

    private void Release()
    {
        reading.Release();
        if (isDiscarded)
        {
            DisposeIfUnread();
        }
    }

    private void DisposeIfUnread()
    {
        if (reading.Wait(0))
        {
            files.ForEach(file => file.Content.Dispose());
            reading.Release();
        }
    }
}
