using System.Globalization;

namespace Classroom.Training.Data.Import;

/// <summary>Reads pictures and labels in the IDX format of the MNIST family, gzipped or not.</summary>
internal static class IdxImport
{
    /// <summary>Reads one file of pictures and one of labels, in either order, told apart by their first four bytes.</summary>
    public static StagedDataSet? Read(IReadOnlyList<(string Name, Stream Content)> files, Upload upload)
    {
        if (files is [var only] && UploadFormat.IsGzip(only.Content) && !IdxFile.IsIn(only.Content))
        {
            upload.Faults.Add(only.Name, "The file is packed with gzip. Unpack it, and upload what is in it.");
            return null;
        }

        if (files.Count != 2)
        {
            upload.Faults.Add("", $"Expected two IDX files, one of pictures and one of labels, but got {files.Count}.");
            return null;
        }

        var budget = upload.Limits.MaxUnpackedBytes;
        using var first = IdxFile.Read(files[0].Name, files[0].Content, upload, ref budget);
        using var second = IdxFile.Read(files[1].Name, files[1].Content, upload, ref budget);
        foreach (var labels in new[] { first, second }.Where(f => f is { Pictures: null }))
        {
            CheckLabels(labels!, upload);
        }

        if (first is null || second is null)
        {
            return null;
        }

        var bothHold = (first.Pictures, second.Pictures) switch
        {
            (null, null) => "labels",
            (not null, not null) => "pictures",
            _ => null,
        };
        if (bothHold is not null)
        {
            upload.Faults.Add(second.Name, $"Both files hold {bothHold}; expected one of pictures and one of labels.", at: 0);
        }
        else if (first.Count != second.Count)
        {
            upload.Faults.Add(
                second.Name,
                $"The files do not belong together: '{Upload.Shown(first.Name)}' holds {first.Count:N0} examples, "
                    + $"'{Upload.Shown(second.Name)}' {second.Count:N0}.",
                at: 4);
        }

        return upload.IsFaulty ? null : first.Pictures is not null ? Join(first, second, upload) : Join(second, first, upload);
    }

    private static void CheckLabels(IdxFile file, Upload upload)
    {
        foreach (var (example, label) in file.Labels.Index().Where(label => label.Item > upload.Limits.MaxLabel))
        {
            upload.Faults.Add(
                file.Name,
                $"The label of example {example + 1:N0} is {label}; expected 0 to {upload.Limits.MaxLabel}.",
                at: file.HeaderLength + example);
        }

        if (!file.Labels.AsSpan().ContainsAnyExcept(file.Labels[0]))
        {
            upload.Faults.Add(
                file.Name,
                $"All examples have the label {file.Labels[0]}; at least two classes are needed, or there is nothing to tell apart.");
        }
    }

    private static StagedDataSet Join(IdxFile pictures, IdxFile labels, Upload upload)
    {
        byte[] present = [.. labels.Labels.Distinct().Order()];
        string[] classes = [.. present.Select(label => label.ToString(CultureInfo.InvariantCulture))];
        var places = labels.Labels.Select(label => (byte)Array.BinarySearch(present, label)).ToArray();
        var split = ExampleSplit.Stratified(places);
        var orientation = upload.Options.Choices.Orientation ?? PictureOrientation.AsStored;
        var (height, width) = orientation == PictureOrientation.Transposed
            ? (pictures.Width, pictures.Height)
            : (pictures.Height, pictures.Width);
        var read = TransposedPictures.Upright(orientation, pictures.Height, pictures.Width, pictures.Pictures!.Read);
        var info = new DataSetInfo
        {
            Id = "imported",
            Title = upload.Options.Title,
            Description = $"{pictures.Count:N0} pictures of {height} × {width} pixels in {classes.Length} classes, from the IDX files "
                + $"{Upload.Shown(pictures.Name)} and {Upload.Shown(labels.Name)}. "
                + $"{Upload.SplitInWords(split)} Gray values are as in the file, 0 (black) to 255 "
                + $"(white).{TransposedPictures.InWords(orientation)}",
            Kind = DataSetKind.Image,
            Train = split.Train,
            Validation = split.Validation,
            Shape = [height, width],
            Classes = classes,
            Reading = new()
            {
                Format = "two IDX files",
                Taken = new() { Orientation = orientation },
                Split = split.Kind,
                Classes = split.Count(places, classes),
                Notes = [.. Absent(present)],
            },
        };
        upload.Sample = new() { Pictures = PictureSample.Take(places, classes, height, width, read) };
        return pictures.Pictures.StagePictures(info, places, split, read);
    }

    // Of ten digits one may be missing without anybody having noticed.
    private static IEnumerable<string> Absent(byte[] present)
    {
        var absent = Enumerable.Range(present[0], present[^1] - present[0]).Where(label => !present.Contains((byte)label)).ToList();
        if (absent.Count > 0)
        {
            yield return $"No picture has the label {string.Join(" or ", absent)}: "
                + $"{(absent.Count == 1 ? "it is not a class" : "they are not classes")} here.";
        }
    }
}
