namespace Classroom.Training;

/// <summary>Reads a ZIP of PNG or JPEG pictures, in one folder for each class; other folders may lie around these.</summary>
internal static class ZipImport
{
    public static StagedDataSet? Read(string name, Stream zip, Upload upload)
    {
        try
        {
            var directory = ZipDirectory.Find(zip);
            var survey = new ZipSurvey(name, upload);
            survey.Take(directory);
            return survey.IsTooMuch ? null : ReadPictures(name, zip, directory, ClassOrder.InOrder(survey.Classes), upload);
        }
        catch (InvalidDataException e)
        {
            upload.Faults.Add(name, e.Message);
            return null;
        }
    }

    private static StagedDataSet? ReadPictures(string name, Stream zip, ZipDirectory directory, string[] classes, Upload upload)
    {
        using var examples = new ExampleFile(upload.Options.TemporaryFolder);
        var labels = new List<byte>();
        var labelOf = classes.Index().ToDictionary(name => name.Item, name => (byte)name.Index);
        var content = new ZipContent(zip);
        var pictures = new PictureReader(upload.Limits);
        foreach (var entry in directory.Entries().Where(entry => !entry.IsFolder && ZipEntryCheck.Fault(entry, upload.Limits) is null && !entry.IsHarmless))
        {
            upload.Cancellation.ThrowIfCancellationRequested();
            var picture = new byte[PictureReader.Side * PictureReader.Side];
            if ((content.Read(entry, out var bytes) ?? pictures.Read(bytes.Span, picture)) is { } fault)
            {
                upload.Faults.Add(name, fault, entry: entry.Name);
                if (pictures.IsExhausted)
                {
                    break;
                }
            }
            else if (!upload.IsFaulty)
            {
                examples.Stream.Write(picture);
                labels.Add(labelOf[entry.ParentName]);
            }
        }

        return upload.IsFaulty ? null : Stage(name, examples, labels, classes, upload);
    }

    private static StagedDataSet Stage(string name, ExampleFile examples, List<byte> labels, string[] classes, Upload upload)
    {
        var validation = ValidationSplit.ExamplesFor(labels.Count);
        var info = new DataSetInfo
        {
            Id = "imported",
            Title = upload.Options.Title,
            Description = $"{labels.Count:N0} pictures in {classes.Length} classes, from the folders of {Upload.Shown(name)}. "
                + $"{Upload.SplitInWords(validation)} Each picture is made grey and fitted into {PictureReader.Side} × {PictureReader.Side} pixels, as a whole and in the middle; what is left over has the grey of the picture's edge.",
            Kind = DataSetKind.Image,
            Train = labels.Count - validation,
            Validation = validation,
            Shape = [PictureReader.Side, PictureReader.Side],
            Classes = classes,
        };
        return examples.StagePictures(info, labels.ToArray(), examples.Read);
    }
}
