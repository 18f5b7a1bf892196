namespace Classroom.Training;

/// <summary>Reads pictures and labels in the IDX format of the MNIST family, gzipped or not.</summary>
public static class IdxImport
{
    private const int Seed = 0;
    private const int FewestClasses = 10;

    /// <summary>
    /// Reads one file of pictures and one of labels, in either order, told apart by their first four bytes. Examples are
    /// shuffled (the same way each time) and the last fifth becomes the validation set.
    /// </summary>
    /// <param name="files">The files with the names that messages shall use; read once from where they stand, not disposed.</param>
    /// <param name="limits">What is too much; never more than this is read.</param>
    public static ImportResult Read(IReadOnlyList<(string Name, Stream Content)> files, IdxLimits limits)
    {
        var errors = new List<ImportError>();
        if (files.Count != 2)
        {
            errors.Add(new("", null, $"Expected two files, one of pictures and one of labels, but got {files.Count}."));
            return new() { Errors = errors };
        }

        var budget = limits.MaxUnpackedBytes;
        var first = IdxFile.Read(files[0].Name, files[0].Content, limits, ref budget, errors);
        var second = IdxFile.Read(files[1].Name, files[1].Content, limits, ref budget, errors);
        foreach (var labels in new[] { first, second }.Where(f => f is { HasPictures: false }))
        {
            CheckLabels(labels!, limits, errors);
        }

        if (first is null || second is null)
        {
            return new() { Errors = errors };
        }

        if (first.HasPictures == second.HasPictures)
        {
            var what = first.HasPictures ? "pictures" : "labels";
            errors.Add(new(second.Name, 0, $"Both files hold {what}; expected one of pictures and one of labels."));
        }
        else if (first.Count != second.Count)
        {
            errors.Add(new(second.Name, 4, $"The files do not belong together: '{first.Name}' holds {first.Count:N0} examples, '{second.Name}' {second.Count:N0}."));
        }

        return errors.Count > 0
            ? new() { Errors = errors }
            : new() { Errors = errors, DataSet = first.HasPictures ? Join(first, second) : Join(second, first) };
    }

    private static void CheckLabels(IdxFile file, IdxLimits limits, List<ImportError> errors)
    {
        var wrong = file.Values.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)Math.Min(limits.MaxLabel, byte.MaxValue));
        if (wrong >= 0)
        {
            errors.Add(new(file.Name, file.HeaderLength + wrong, $"The label of example {wrong + 1:N0} is {file.Values[wrong]}; expected 0 to {limits.MaxLabel}."));
        }
    }

    private static DataSet Join(IdxFile pictures, IdxFile labels)
    {
        var size = pictures.Height * pictures.Width;
        var order = Enumerable.Range(0, pictures.Count).ToArray();
        new Random(Seed).Shuffle(order);
        var values = new byte[pictures.Values.Length];
        foreach (var (place, example) in order.Index())
        {
            pictures.Values.AsSpan(example * size, size).CopyTo(values.AsSpan(place * size));
        }

        var validation = ValidationSplit.ExamplesFor(pictures.Count);
        var classes = Math.Max(FewestClasses, labels.Values.Max() + 1);
        var info = new DataSetInfo
        {
            Id = "imported",
            Title = pictures.Name,
            Description = $"Imported from {pictures.Name} and {labels.Name}.",
            Kind = DataSetKind.Image,
            Train = pictures.Count - validation,
            Validation = validation,
            Shape = [pictures.Height, pictures.Width],
            Classes = [.. Enumerable.Range(0, classes).Select(c => c.ToString())],
        };
        return new(info, values, (byte[])[.. order.Select(i => labels.Values[i])]);
    }
}
