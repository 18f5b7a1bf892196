using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

public sealed class PictureOptionsTests
{
    private const int Side = 28;

    private static readonly DataSet Digits = BuiltInDataSets.Get("digits")!;
    private static readonly DataSet Shapes = BuiltInDataSets.Get("shapes")!;

    [Fact]
    public void Kept_classes_keep_their_pictures_and_their_share()
    {
        var kept = DataOptions.Apply(Shapes, new() { Classes = new(["triangle", "cross"]) });

        Assert.Equal(["triangle", "cross"], kept.Classes);
        Assert.Equal((1_000, 250), (kept.Train, kept.Validation));
        Assert.Equal(PicturesOf(Shapes, "cross"), PicturesOf(kept, "cross"));
        Assert.Equal(PicturesOf(Shapes, "triangle"), PicturesOf(kept, "triangle"));
    }

    [Fact]
    public void No_kept_picture_is_in_both_parts()
    {
        var kept = DataOptions.Apply(Shapes, new() { Classes = new(["circle", "arrow"]), Shift = 1 });
        var pictures = kept.Values.ToArray().Chunk(Side * Side).Select(Convert.ToHexString).ToList();

        Assert.Empty(pictures[..kept.Train].Intersect(pictures[kept.Train..]));
    }

    [Fact]
    public void Only_as_many_classes_and_pictures_as_there_are_can_be_trained_on()
    {
        Assert.Throws<ArgumentException>(() => DataOptions.Apply(Shapes, new() { Classes = new(["circle", "arrow"]), Train = 1_001 }));
        Assert.Throws<ArgumentException>(() => DataOptions.Apply(Shapes, new() { Classes = new(["circle", "oval"]) }));
        Assert.Throws<ArgumentException>(() => DataOptions.Apply(Digits with { Id = "uploaded" }, new() { Train = 10 }));
    }

    [Fact]
    public void The_usual_values_given_draw_the_usual_pictures()
    {
        var redrawn = DataOptions.Apply(Digits, new() { Noise = 0.12, Shift = 2.5, Size = 18, Train = 100, Validation = 50 });

        Assert.Equal(DataOptions.Apply(Digits, new() { Train = 100, Validation = 50 }).Values.ToArray(), redrawn.Values.ToArray());
    }

    [Fact]
    public void Validation_drawings_lie_as_far_off_as_was_asked_and_training_drawings_as_before()
    {
        var shifted = DataOptions.Apply(
            Shapes, new() { Classes = new(["circle", "cross"]), Train = 100, Validation = 100, Shift = 1, ValidationShift = 5, Noise = 0 });
        var (train, validation) = (Middles(shifted)[..shifted.Train], Middles(shifted)[shifted.Train..]);

        Assert.All(train, middle => Assert.InRange(Math.Abs(middle.X), 0, 2.3));
        Assert.All(validation, middle => Assert.InRange(Math.Abs(middle.X), 3.4, 6.6));
        Assert.All(validation, middle => Assert.InRange(Math.Abs(middle.Y), 0, 2.3));
        Assert.InRange(validation.Count(middle => middle.X > 0), 35, 65);
    }

    [Fact]
    public void Noise_is_as_strong_as_was_asked()
    {
        var clean = DataOptions.Apply(Digits, new() { Noise = 0, Train = 50, Validation = 10 });
        var noisy = DataOptions.Apply(Digits, new() { Noise = 0.2, Train = 50, Validation = 10 });

        // Where there is neither black nor white, nothing of the noise is cut off.
        var grey = Enumerable.Range(0, clean.Values.Length).Where(i => clean.Values.Span[i] is > 100 and < 155).ToList();
        var differences = grey.Select(i => (noisy.Values.Span[i] - clean.Values.Span[i]) / 255.0).ToList();
        Assert.True(grey.Count > 1_000);
        Assert.InRange(Math.Sqrt(differences.Average(difference => difference * difference)), 0.18, 0.21);
    }

    [Fact]
    public void A_smaller_size_makes_smaller_drawings()
    {
        var large = DataOptions.Apply(Digits, new() { Noise = 0, Size = 20, Train = 50, Validation = 10 });
        var small = DataOptions.Apply(Digits, new() { Noise = 0, Size = 10, Train = 50, Validation = 10 });

        Assert.InRange(Ink(small) / (double)Ink(large), 0.4, 0.65);
    }

    [Fact]
    public void A_steady_hand_draws_each_shape_nearly_alike()
    {
        var usual = DataOptions.Apply(Shapes, new() { Train = 160, Validation = 8 });
        var steady = DataOptions.Apply(Shapes, new() { Train = 160, Validation = 8, Hand = Handwriting.Steady });

        Assert.True(Spread(steady) < 0.6 * Spread(usual), $"{Spread(steady)} against {Spread(usual)}");
    }

    private static List<string> PicturesOf(DataSet data, string name) =>
    [
        .. data.Values.ToArray().Chunk(Side * Side).Index()
            .Where(picture => data.Classes[data.Labels.Span[picture.Index]] == name)
            .Select(picture => Convert.ToHexString(picture.Item)),
    ];

    // Of each picture's ink, in pixels from the middle of the paper.
    private static List<(double X, double Y)> Middles(DataSet data) =>
    [
        .. data.Values.ToArray().Chunk(Side * Side).Select(picture =>
        {
            double total = picture.Sum(pixel => pixel);
            return (
                picture.Index().Sum(pixel => pixel.Item * ((pixel.Index % Side) + 0.5)) / total - (Side / 2),
                picture.Index().Sum(pixel => pixel.Item * ((pixel.Index / Side) + 0.5)) / total - (Side / 2));
        }),
    ];

    private static long Ink(DataSet data) => data.Values.ToArray().Sum(pixel => (long)pixel);

    // Mean squared difference of the training pictures from the mean picture of their class.
    private static double Spread(DataSet data) => Enumerable.Range(0, data.Classes.Count).Average(label =>
    {
        var pictures = data.Values.ToArray().Chunk(Side * Side).Take(data.Train).Where((_, i) => data.Labels.Span[i] == label).ToList();
        return Enumerable.Range(0, Side * Side).Average(pixel =>
        {
            var mean = pictures.Average(picture => picture[pixel]);
            return pictures.Average(picture => (picture[pixel] - mean) * (picture[pixel] - mean));
        });
    });
}
