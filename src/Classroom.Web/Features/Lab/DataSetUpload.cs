using Classroom.Runs;
using Classroom.School;
using Classroom.Training;

namespace Classroom.Web.Features.Lab;

/// <summary>Takes an upload apart, whole or not at all; used by the page and by the API.</summary>
public sealed class DataSetUpload(DataSetCatalog dataSets, SchoolLimits limits)
{
    public async Task<Outcome<DataSetDetails>> StoreAsync(Actor actor, string? title, IReadOnlyList<IFormFile> files, CancellationToken cancellationToken = default)
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

        ImportResult? import = null;
        if (files.Count == 0)
        {
            faults.Add(new Fault("files", "Choose two IDX files: one with the pictures, one with the labels."));
        }
        else
        {
            import = await ReadAsync(files, cancellationToken);
            faults.AddRange(import.Errors.Select(error => new Fault("files", Describe(error))));
        }

        return faults.Count > 0 || import?.DataSet is not { } data
            ? new Refusal.Invalid(faults)
            : await dataSets.AddAsync(actor, data, title!.Trim(), cancellationToken);
    }

    // Unpacking is work for a thread of its own, and the importer reads synchronously.
    private Task<ImportResult> ReadAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var opened = files.Select(file => (file.FileName, Content: file.OpenReadStream())).ToList();
            try
            {
                return IdxImport.Read(opened, new IdxLimits { MaxExamples = limits.DataSetExamples, MaxUnpackedBytes = limits.DataSetBytes });
            }
            finally
            {
                opened.ForEach(file => file.Content.Dispose());
            }
        },
        cancellationToken);

    private static string Describe(ImportError error) => (error.File, error.Byte) switch
    {
        ("", _) => error.Message,
        (var file, null) => $"{file}: {error.Message}",
        var (file, at) => $"{file}, byte {at}: {error.Message}",
    };
}
