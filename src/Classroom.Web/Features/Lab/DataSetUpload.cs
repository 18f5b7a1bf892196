using Classroom.Runs;
using Classroom.School;
using Classroom.Training;

namespace Classroom.Web.Features.Lab;

/// <summary>Takes an upload apart, whole or not at all; used by the page, by the API and for sets from an address.</summary>
public sealed class DataSetUpload(DataSetCatalog dataSets, SchoolLimits limits)
{
    /// <param name="actor">A teacher or an admin; anyone else is refused.</param>
    /// <param name="title">What students choose.</param>
    /// <param name="labelColumn">CSV: the name of the column with the labels, if any was given.</param>
    /// <param name="files">Files that ASP.NET holds on disk, not in memory, when they are large.</param>
    /// <param name="cancellationToken">The request's: nobody waits for the answer any more.</param>
    public async Task<Outcome<DataSetDetails>> StoreAsync(
        Actor actor, string? title, string? labelColumn, IReadOnlyList<IFormFile> files, CancellationToken cancellationToken = default)
    {
        var opened = new List<(string Name, Stream Content)>();
        try
        {
            opened.AddRange(files.Select(file => (file.FileName, file.OpenReadStream())));
            return await StoreAsync(actor, title, labelColumn, opened, cancellationToken);
        }
        finally
        {
            opened.ForEach(file => file.Content.Dispose());
        }
    }

    /// <inheritdoc cref="StoreAsync(Actor, string?, string?, IReadOnlyList{IFormFile}, CancellationToken)"/>
    public async Task<Outcome<DataSetDetails>> StoreAsync(
        Actor actor, string? title, string? labelColumn, IReadOnlyList<(string Name, Stream Content)> files, CancellationToken cancellationToken = default)
    {
        if (actor.Role == Role.Student)
        {
            return new Refusal.NotFound();
        }

        var faults = new List<Fault>();
        if (title?.Trim() is not { Length: > 0 and <= DataSetStore.LongestTitle })
        {
            faults.Add(new Fault("title", $"Give the data set a title of 1 to {DataSetStore.LongestTitle} characters."));
        }

        var options = new ImportOptions { Title = title?.Trim() ?? "", LabelColumn = labelColumn };
        var allowed = new ImportLimits { MaxExamples = limits.DataSetExamples, MaxUnpackedBytes = limits.DataSetBytes };

        // Unpacking is work for a thread of its own, and the importer reads synchronously.
        using var import = await Task.Run(() => DataSetImport.Read(files, options, allowed, cancellationToken), cancellationToken);
        faults.AddRange(import.Errors.Select(error => new Fault("files", error.ToString())));
        return faults.Count > 0 || import.DataSet is not { } staged
            ? new Refusal.Invalid(faults)
            : await dataSets.AddAsync(actor, staged, cancellationToken);
    }
}
