using Classroom.Training.Settings;

namespace Classroom.Training.Data.Pictures;

/// <summary>Grey pictures that are drawn from templates, the classes in turn.</summary>
internal sealed class PictureDataSet : BuiltInDataSet
{
    private const int Pixels = PictureDrawing.Side * PictureDrawing.Side;

    private readonly PictureTemplates templates;
    private readonly DrawingStyle style;
    private readonly Func<int, int> seedOf;

    /// <param name="name">Id, title and description.</param>
    /// <param name="sizes">Pictures for training and validation, multiples of the number of classes.</param>
    /// <param name="templates">What is drawn.</param>
    /// <param name="style">How it is drawn.</param>
    /// <param name="seedOf">The seed of the picture at each place.</param>
    public PictureDataSet(
        (string Id, string Title, string Description) name,
        (int Train, int Validation) sizes,
        PictureTemplates templates,
        DrawingStyle style,
        Func<int, int> seedOf)
        : base(
            new()
            {
                Id = name.Id,
                Title = name.Title,
                Description = name.Description,
                Kind = DataSetKind.Image,
                Train = sizes.Train,
                Validation = sizes.Validation,
                Shape = [PictureDrawing.Side, PictureDrawing.Side],
                Classes = templates.Names,
            },
            PictureOptions.For(sizes, templates.Names, style))
    {
        this.templates = templates;
        this.style = style;
        this.seedOf = seedOf;
    }

    private delegate void PictureOf(bool validation, int place, int template, Span<byte> picture);

    public override DataSetInfo With(DataSetInfo data, DataConfig options)
    {
        if (options.Classes is not { } kept)
        {
            return base.With(data, options);
        }

        return base.With(data, options) with
        {
            Classes = kept,
            Train = options.Train ?? (data.Train * kept.Count / data.Classes.Count),
            Validation = options.Validation ?? (data.Validation * kept.Count / data.Classes.Count),
        };
    }

    public override DataSet Apply(DataSet data, DataConfig options)
    {
        var info = With(data.Info, options);
        if ((long)info.Train * data.Classes.Count > (long)data.Train * info.Classes.Count
            || (long)info.Validation * data.Classes.Count > (long)data.Validation * info.Classes.Count)
        {
            throw new ArgumentException(
                $"The data set '{data.Id}' does not have as many pictures as these options ask for.", nameof(options));
        }

        if (PictureOptions.Redraw(options))
        {
            return Draw(info, options);
        }

        return Collect(info, (validation, place, _, picture) =>
            data.Values.Span.Slice(((validation ? data.Train : 0) + place) * Pixels, Pixels).CopyTo(picture));
    }

    protected override DataSet Build(DataConfig options) => Draw(With(Info, options), options);

    private DataSet Draw(DataSetInfo info, DataConfig options)
    {
        var (train, validation) = (PictureOptions.TrainStyle(style, options), PictureOptions.ValidationStyle(style, options));
        return Collect(info, (validating, place, template, picture) =>
            PictureDrawing.Draw(
                templates.Ways(template), validating ? validation : train, seedOf((validating ? Info.Train : 0) + place), picture));
    }

    // The pictures of the kept classes are those that they have in the whole data set.
    private DataSet Collect(DataSetInfo info, PictureOf pictureOf)
    {
        var kept = info.Classes.Select(templates.IndexOf).ToArray();
        var labels = new byte[info.Examples];
        var pixels = new byte[info.Examples * Pixels];

        // Each picture has its own seed, so the order in which threads draw them does not matter.
        Parallel.For(0, info.Examples, i =>
        {
            var validation = i >= info.Train;
            var (round, label) = Math.DivRem(validation ? i - info.Train : i, kept.Length);
            labels[i] = (byte)label;
            pictureOf(validation, (round * Info.Classes.Count) + kept[label], kept[label], pixels.AsSpan(i * Pixels, Pixels));
        });
        return new(info, pixels, labels);
    }
}
