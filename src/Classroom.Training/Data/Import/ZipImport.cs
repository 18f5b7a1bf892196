namespace Classroom.Training.Data.Import;

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
            if (survey.IsTooMuch || survey.Count == 0)
            {
                return null;
            }

            // Where a name is wrong already, the pictures are still looked at, so that all faults are told at once.
            var classes = upload.IsFaulty ? null : ZipClasses.Find(name, survey, upload);
            return classes is null && !upload.IsFaulty ? null : ReadPictures(name, zip, directory, classes, upload);
        }
        catch (InvalidDataException e)
        {
            upload.Faults.Add(name, e.Message);
            return null;
        }
    }

    private static StagedDataSet? ReadPictures(string name, Stream zip, ZipDirectory directory, ZipClasses? classes, Upload upload)
    {
        using var examples = new ExampleFile(upload.Options.TemporaryFolder);
        var labels = new List<byte>();
        var validates = new List<bool>();
        var content = new ZipContent(zip);
        var pictures = new PictureReader(upload.Limits);
        foreach (var entry in directory.Entries()
            .Where(entry => !entry.IsFolder && ZipEntryCheck.Fault(entry, upload.Limits) is null && !entry.IsHarmless))
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
            else if (classes is not null && !upload.IsFaulty)
            {
                examples.Stream.Write(picture);
                labels.Add(classes.LabelOf(entry.Folder));
                validates.Add(classes.Layout.IsValidation(entry.Folder));
            }
        }

        if (classes is null || upload.IsFaulty)
        {
            return null;
        }

        byte[] all = [.. labels];
        return Stage(
            name,
            examples,
            all,
            classes.Layout.SplitLevel is null ? ExampleSplit.Stratified(all) : ExampleSplit.Given(validates),
            classes,
            upload);
    }

    private static StagedDataSet Stage(
        string name, ExampleFile examples, byte[] labels, ExampleSplit split, ZipClasses classes, Upload upload)
    {
        var counts = split.Count(labels, classes.Names);
        var info = new DataSetInfo
        {
            Id = "imported",
            Title = upload.Options.Title,
            Description = $"{labels.Length:N0} pictures in {classes.Names.Length} classes, from the folders of {Upload.Shown(name)}. "
                + $"{Upload.SplitInWords(split)} Each picture is made gray and fitted into {PictureReader.Side} × {PictureReader.Side} "
                + "pixels, as a whole and in the middle; what is left over has the gray of the picture's edge.",
            Kind = DataSetKind.Image,
            Train = split.Train,
            Validation = split.Validation,
            Shape = [PictureReader.Side, PictureReader.Side],
            Classes = classes.Names,
            Reading = new()
            {
                Format = "ZIP of pictures",
                Taken = new() { ClassFolder = classes.Layout.ClassLevel + 1 },
                Split = split.Kind,
                Classes = counts,
                Notes = [.. classes.Notes, .. ClassNotes.MissingInOnePart(counts)],
            },
        };
        upload.Sample = new()
        {
            Pictures = PictureSample.Take(labels, classes.Names, PictureReader.Side, PictureReader.Side, examples.Read)
        };
        return examples.StagePictures(info, labels, split, examples.Read);
    }
}
