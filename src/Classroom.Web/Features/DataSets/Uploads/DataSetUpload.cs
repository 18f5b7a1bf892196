using Classroom.Runs.DataSets;
using Classroom.School;
using Classroom.School.DataSets;
using Classroom.School.People;
using Classroom.Training.Data;
using Classroom.Training.Data.Import;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.DataSets.Uploads;

/// <summary>Takes an upload apart, whole or not at all; used by the pages, by the API and for sets from an address.</summary>
public sealed class DataSetUpload(DataSetCatalog dataSets, DataSetTitles titles, SchoolLimits limits, ImportSlots slots)
{
    /// <param name="actor">A teacher or an admin; anyone else is refused.</param>
    /// <param name="title">What students choose.</param>
    /// <param name="choices">How the files are to be read, as far as that was said. What is ambiguous without is refused.</param>
    /// <param name="files">Files that ASP.NET holds on disk, not in memory, when they are large.</param>
    /// <param name="cancellationToken">The request's: nobody waits for the answer any more.</param>
    public async Task<Outcome<DataSetDetails>> StoreAsync(
        Actor actor, string? title, ImportChoices choices, IReadOnlyList<IFormFile> files, CancellationToken cancellationToken = default)
    {
        var opened = new List<(string Name, Stream Content)>();
        try
        {
            opened.AddRange(files.Select(file => (file.FileName, file.OpenReadStream())));
            return await StoreAsync(actor, title, choices, opened, cancellationToken: cancellationToken);
        }
        finally
        {
            opened.ForEach(file => file.Content.Dispose());
        }
    }

    /// <inheritdoc cref="StoreAsync(Actor, string?, ImportChoices, IReadOnlyList{IFormFile}, CancellationToken)"/>
    public async Task<Outcome<DataSetDetails>> StoreAsync(
        Actor actor,
        string? title,
        ImportChoices choices,
        IReadOnlyList<(string Name, Stream Content)> files,
        Guid? replaces = null,
        CancellationToken cancellationToken = default)
    {
        if (actor.Role == Role.Student)
        {
            return new Refusal.NotFound();
        }

        var faults = new List<Fault>();
        if (await titles.FindFaultAsync(actor, title, replaces, cancellationToken) is { } wrong)
        {
            faults.Add(wrong);
        }

        var read = await ImportAsync(title, choices, files, cancellationToken);
        if (!read.Succeeded)
        {
            return read.Refusal;
        }

        using var import = read.Value;
        faults.AddRange(import.Errors.Select(error => new Fault("files", error.ToString())));
        faults.AddRange(import.Questions.Select(question => new Fault(question.Field, ChoiceText.Ask(question))));
        return faults.Count > 0 || import.DataSet is not { } staged
            ? new Refusal.Invalid(faults)
            : await dataSets.AddAsync(actor, staged, replaces, cancellationToken);
    }

    /// <summary>Reads what waits with the choices made so far, and notes what it would become; stores nothing.</summary>
    /// <returns>Why it was not read; what is wrong with the files is in the preview.</returns>
    public async Task<Refusal?> PreviewAsync(PendingUpload pending, CancellationToken cancellationToken = default) =>
        (await pending.ReadAsync<Outcome<UploadPreview>>(
            async files =>
            {
                var read = await ImportAsync(pending.Title, pending.Choices, files, cancellationToken);
                if (!read.Succeeded)
                {
                    return read.Refusal;
                }

                using var import = read.Value;
                pending.FolderQuestion = import.Questions.FirstOrDefault(question => question.Field == "classFolder")
                    ?? pending.FolderQuestion;
                return pending.Preview = UploadPreview.From(import);
            },
            cancellationToken))?.Refusal;

    /// <summary>Stores what waits exactly as its preview showed it.</summary>
    public async Task<Outcome<DataSetDetails>> StoreAsync(Actor actor, PendingUpload pending, CancellationToken cancellationToken = default)
    {
        if (actor.Role == Role.Student || actor.UserId != pending.OwnerId)
        {
            return new Refusal.NotFound();
        }

        return await pending.ReadAsync<Outcome<DataSetDetails>>(
            async files =>
            {
                var outcome = await StoreAsync(actor, pending.Title, pending.Choices, files, pending.Replaces, cancellationToken);
                if (outcome.Succeeded)
                {
                    pending.Finish(outcome.Value.Id);
                }

                return outcome;
            },
            cancellationToken)
            ?? new Refusal.Conflict("This upload has already been stored or canceled.");
    }

    private async Task<Outcome<ImportResult>> ImportAsync(
        string? title, ImportChoices choices, IReadOnlyList<(string Name, Stream Content)> files, CancellationToken cancellationToken)
    {
        var options = new ImportOptions { Title = title?.Trim() ?? "", Choices = choices, TemporaryFolder = UploadFolder.Current };
        var allowed = new ImportLimits { MaxExamples = limits.DataSetExamples, MaxUnpackedBytes = limits.DataSetBytes };

        using var slot = await slots.EnterAsync(cancellationToken);
        if (slot is null)
        {
            return ImportSlots.Full;
        }

        // Unpacking is work for a thread of its own, and the importer reads synchronously.
        return await Task.Run(() => DataSetImport.Read(files, options, allowed, cancellationToken), cancellationToken);
    }
}
