namespace Classroom.Training.Data.Import;

/// <summary>
/// Reads what a teacher uploads: pictures in the IDX format, a ZIP of pictures, a table in CSV, or text. Everything is
/// unpacked to temporary files while it is checked, so that a large upload costs no memory.
/// </summary>
public static class DataSetImport
{
    private const string Accepted = "Accepted are two IDX files, a ZIP of PNG or JPEG pictures, a CSV file and a text file.";

    /// <param name="files">
    /// The files with the names that messages shall use. They must be able to seek, are read from their start, and are not
    /// disposed. Which format they have is told by what is in them.
    /// </param>
    /// <param name="options">What was said beside them.</param>
    /// <param name="limits">What is too much; never more than this is unpacked.</param>
    /// <param name="cancellationToken">Ends the import, which takes seconds.</param>
    /// <returns>A data set, or every fault; never an exception because of what the files hold.</returns>
    public static ImportResult Read(
        IReadOnlyList<(string Name, Stream Content)> files,
        ImportOptions options,
        ImportLimits? limits = null,
        CancellationToken cancellationToken = default)
    {
        var upload = new Upload(options, limits ?? new(), cancellationToken);
        var staged = ReadFiles(files, upload);
        if (!upload.IsPlain)
        {
            staged?.Dispose();
            staged = null;
        }

        return new()
        {
            DataSet = staged,
            Errors = upload.Faults.Errors,
            Questions = upload.Questions,
            Reading = staged?.Info.Reading ?? upload.Reading,
            Sample = upload.Sample,
        };
    }

    private static StagedDataSet? ReadFiles(IReadOnlyList<(string Name, Stream Content)> files, Upload upload)
    {
        if (files.Count == 0)
        {
            upload.Faults.Add("", $"There is no file. {Accepted}");
            return null;
        }

        var kinds = files.Select(file => UploadFormat.Tell(file.Content, TextSource.IsUtf16Chosen(upload))).ToList();
        if (kinds.Any(kind => kind is UploadKind.Idx or UploadKind.Gzip))
        {
            return IdxImport.Read(files, upload);
        }

        if (files.Count > 1)
        {
            upload.Faults.Add("", $"There are {files.Count} files, and none of them is an IDX file. {Accepted}");
            return null;
        }

        return ReadFile(files[0].Name, files[0].Content, kinds[0], upload);
    }

    private static StagedDataSet? ReadFile(string name, Stream content, UploadKind kind, Upload upload)
    {
        if (content.Length > upload.Limits.MaxUnpackedBytes)
        {
            upload.Faults.Add(name, $"The file has {content.Length:N0} bytes; at most {upload.Limits.MaxUnpackedBytes:N0} are allowed.");
            return null;
        }

        switch (kind)
        {
            case UploadKind.Zip:
                return ZipImport.Read(name, content, upload);
            case UploadKind.Text:
                return ReadText(name, content, upload);
            case UploadKind.Empty:
                upload.Faults.Add(name, $"The file is empty. {Accepted}");
                return null;
            case UploadKind.Picture:
                upload.Faults.Add(
                    name, "The file is a single picture. Put the pictures into one folder for each class and pack the folders as a ZIP.");
                return null;
            default:
                upload.Faults.Add(
                    name, $"The file is of no kind that can be read. {Accepted} If it is text, save it again as UTF-8.", at: 0);
                return null;
        }
    }

    private static StagedDataSet? ReadText(string name, Stream content, Upload upload)
    {
        using var source = TextSource.Open(name, content, upload);
        var choices = upload.Options.Choices;
        return source is null ? null
            : UploadFormat.IsTable(name, source.Content)
                || !string.IsNullOrWhiteSpace(choices.LabelColumn)
                || !string.IsNullOrEmpty(choices.Separator)
                || choices.Header is not null
                ? CsvImport.Read(name, source, upload)
                : TextImport.Read(name, source, upload);
    }
}
