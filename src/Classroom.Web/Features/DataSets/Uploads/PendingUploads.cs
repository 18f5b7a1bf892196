using System.Security.Cryptography;
using Classroom.School;
using Classroom.School.People;
using Classroom.Training.Data.Import;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.DataSets.Uploads;

/// <summary>
/// Uploaded files that wait until whoever sent them has looked at the preview. They are bound to that person and lie in
/// nameless temporary files: nobody else on the machine can open them, and they are gone with the process, however it ends.
/// </summary>
public sealed class PendingUploads(TimeProvider clock, ILogger<PendingUploads> logger) : IDisposable
{
    /// <summary>A third one takes the place of the oldest.</summary>
    public const int MostPerPerson = 2;

    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly Lock gate = new();
    private readonly Dictionary<string, PendingUpload> waiting = [];

    /// <summary>
    /// Copies the files and keeps them for <see cref="Patience"/>. Refused for students, without a file, and where there is no room.
    /// </summary>
    /// <param name="actor">A teacher or an admin.</param>
    /// <param name="title">As it was typed.</param>
    /// <param name="files">Names as the browser gave them, and contents.</param>
    /// <param name="replaces">The data set whose place it is to take; null for one more.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Outcome<PendingUpload>> AddAsync(
        Actor actor, string? title, IReadOnlyList<IFormFile> files, Guid? replaces = null, CancellationToken cancellationToken = default)
    {
        if (actor.Role == Role.Student)
        {
            return new Refusal.NotFound();
        }

        var copied = await CopyAsync(files, cancellationToken);
        if (!copied.Succeeded)
        {
            return copied.Refusal;
        }

        var added = new PendingUpload(RandomNumberGenerator.GetHexString(32, lowercase: true), actor.UserId, replaces, copied.Value)
        {
            Title = title?.Trim() ?? "",
            ExpiresUtc = clock.GetUtcNow() + Patience,
        };
        lock (gate)
        {
            foreach (var oldest in waiting.Values.Where(upload => upload.OwnerId == actor.UserId)
                .OrderByDescending(upload => upload.ExpiresUtc)
                .Skip(MostPerPerson - 1)
                .ToList())
            {
                Drop(oldest);
            }

            waiting.Add(added.Token, added);
        }

        return added;
    }

    /// <summary>Puts corrected files in the place of those that wait; title and choices stay.</summary>
    public async Task<Refusal?> ReplaceFilesAsync(
        PendingUpload upload, IReadOnlyList<IFormFile> files, CancellationToken cancellationToken = default)
    {
        var copied = await CopyAsync(files, cancellationToken);
        if (copied.Succeeded)
        {
            await upload.ReplaceAsync(copied.Value, cancellationToken);
        }

        return copied.Refusal;
    }

    /// <summary>Null where there is none, where it is somebody else's, and where its time is up. Looking gives it more time.</summary>
    public PendingUpload? Find(Actor actor, string? token)
    {
        lock (gate)
        {
            DropExpired();
            if (token is null
                || !waiting.TryGetValue(token, out var upload)
                || upload.OwnerId != actor.UserId
                || actor.Role == Role.Student)
            {
                return null;
            }

            upload.ExpiresUtc = clock.GetUtcNow() + Patience;
            return upload;
        }
    }

    /// <summary>Forgets an upload that was given up; nothing happens where it is not this person's.</summary>
    public void Remove(Actor actor, string? token)
    {
        lock (gate)
        {
            if (token is not null && waiting.TryGetValue(token, out var upload) && upload.OwnerId == actor.UserId)
            {
                Drop(upload);
            }
        }
    }

    /// <summary>Forgets all whose time is up.</summary>
    /// <returns>How many still wait.</returns>
    public int Sweep()
    {
        lock (gate)
        {
            DropExpired();
            return waiting.Count;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            waiting.Values.ToList().ForEach(Drop);
        }
    }

    private async Task<Outcome<List<PendingFile>>> CopyAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellationToken)
    {
        // A browser sends an empty field as a file without a name.
        var sent = files.Where(file => file.Length > 0 || file.FileName.Length > 0).ToList();
        if (sent.Count == 0)
        {
            return new Refusal.Invalid("files", "Choose a file to upload.");
        }

        var copied = new List<PendingFile>();
        try
        {
            foreach (var file in sent)
            {
                var temporary = new TemporaryFile(UploadFolder.Current);
                copied.Add(new(file.FileName, temporary));
                await file.CopyToAsync(temporary.Stream, cancellationToken);
                await temporary.Stream.FlushAsync(cancellationToken);
            }

            return copied;
        }
        catch (Exception fault)
        {
            copied.ForEach(file => file.Content.Dispose());
            if (fault is not (IOException or UnauthorizedAccessException))
            {
                throw;
            }

            logger.LogError(fault, "An upload could not be kept for its preview");
            return new Refusal.Invalid(
                "files",
                "The server has no room for these files at the moment. Nothing was stored; try again later, or tell whoever runs the "
                    + "server.");
        }
    }

    private void DropExpired()
    {
        var now = clock.GetUtcNow();
        foreach (var upload in waiting.Values.Where(upload => upload.ExpiresUtc <= now).ToList())
        {
            Drop(upload);
        }
    }

    private void Drop(PendingUpload upload)
    {
        waiting.Remove(upload.Token);
        upload.Discard();
    }
}
