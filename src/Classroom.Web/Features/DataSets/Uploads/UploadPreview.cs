using Classroom.Training.Data;
using Classroom.Training.Data.Import;

namespace Classroom.Web.Features.DataSets.Uploads;

/// <summary>What an upload would become, for whoever sent it to check.</summary>
public sealed record UploadPreview
{
    /// <summary>What it would be; null as long as something is wrong or to be answered.</summary>
    public DataSetInfo? Info { get; init; }

    public DataSetReading? Reading { get; init; }

    public ImportSample? Sample { get; init; }

    public IReadOnlyList<ImportQuestion> Questions { get; init; } = [];

    public IReadOnlyList<string> Faults { get; init; } = [];

    public bool CanBeStored => Info is not null;

    public static UploadPreview From(ImportResult import) => new()
    {
        Info = import.DataSet?.Info,
        Reading = import.Reading ?? import.DataSet?.Info.Reading,
        Sample = import.Sample,
        Questions = import.Questions,
        Faults = [.. import.Errors.Select(error => error.ToString())],
    };
}
