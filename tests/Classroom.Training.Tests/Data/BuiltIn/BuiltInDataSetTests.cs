using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;

namespace Classroom.Training.Tests;

public sealed class BuiltInDataSetTests
{
    public static TheoryData<string> Ids => [.. BuiltInDataSets.List.Select(d => d.Id)];

    public static TheoryData<string> Pictures => [.. BuiltInDataSets.List.Where(d => d.Kind == DataSetKind.Image).Select(d => d.Id)];

    public static TheoryData<string> Labelled =>
        [.. BuiltInDataSets.List.Where(d => d.Kind != DataSetKind.Text && !d.IsRegression).Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_the_list_says_is_what_the_data_set_holds(string id)
    {
        var data = BuiltInDataSets.Get(id)!;
        var listed = BuiltInDataSets.List.Single(d => d.Id == id);

        Assert.Equal((listed.Title, listed.Kind, listed.Train, listed.Validation), (data.Title, data.Kind, data.Train, data.Validation));
        Assert.Equal(listed.Shape, data.Shape);
        Assert.Equal(listed.Classes, data.Classes);
        Assert.Equal(listed.Columns, data.Columns);
        Assert.Same(data, BuiltInDataSets.Get(id));
    }

    [Fact]
    public void An_unknown_data_set_is_none()
    {
        Assert.Null(BuiltInDataSets.Get("Digits"));
        Assert.Empty(BuiltInDataSets.OptionsOf("Digits"));
    }

    // Recorded curves and students' runs rest on these very bits: whoever changes a drawing gives it a new name.
    [Theory]
    [InlineData("xor", "E216202A9FBC9981")]
    [InlineData("circles", "B645D60111A09BB2")]
    [InlineData("spiral", "E4C72EADD2B06FD1")]
    [InlineData("moons", "582F76809F04DB1A")]
    [InlineData("blobs", "98DFC3F5A813B417")]
    [InlineData("line", "92D5E94017A75BC0")]
    [InlineData("digits", "800E1D4AC3AC9D58")]
    [InlineData("shifted-digits", "E303C88BCF652718")]
    [InlineData("letters", "3BEDEE8A22CDBBE0")]
    [InlineData("shapes", "EB9EBA57A3259224")]
    [InlineData("fashion-icons", "12B40B36888AADC4")]
    [InlineData("waves", "6BF1AF67B4D1FC25")]
    [InlineData("tides", "1F5D29A9F71753DF")]
    [InlineData("recall", "CCE29BDE03E62C1B")]
    [InlineData("sentences", "0C2EF8995C60275B")]
    [InlineData("names", "04C450A602FA915C")]
    public void A_data_set_never_changes(string id, string hash)
    {
        var data = BuiltInDataSets.Get(id)!;

        byte[] content =
        [
            .. data.Values.Span, .. data.Labels.Span,
            .. MemoryMarshal.AsBytes(data.Numbers.Span), .. MemoryMarshal.AsBytes(data.Targets.Span),
        ];
        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(content))[..16]);
    }

    [Fact]
    public void Every_data_set_has_its_hash() => Assert.Equal(16, BuiltInDataSets.List.Count);

    [Theory]
    [MemberData(nameof(Labelled))]
    public void The_classes_take_turns_in_training_and_in_validation(string id)
    {
        var data = BuiltInDataSets.Get(id)!;

        Assert.Equal(data.Examples, data.Labels.Length);
        Assert.Equal(InTurn(data.Train), data.Labels[..data.Train].ToArray());
        Assert.Equal(InTurn(data.Validation), data.Labels[data.Train..].ToArray());

        byte[] InTurn(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i % data.Classes.Count))];
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void No_two_pictures_are_alike_and_all_show_ink(string id)
    {
        var data = BuiltInDataSets.Get(id)!;
        Assert.Equal([28, 28], data.Shape);
        var pictures = data.Values.ToArray().Chunk(28 * 28).ToList();

        Assert.Equal(data.Examples, pictures.Count);
        Assert.Equal(pictures.Count, pictures.Select(picture => Convert.ToBase64String(SHA256.HashData(picture))).Distinct().Count());
        Assert.All(pictures, picture => Assert.True(picture.Count(pixel => pixel > 100) >= 15));
        Assert.All(pictures, picture => Assert.True(picture.Sum(pixel => pixel) < 120 * 28 * 28));
    }

    [Theory]
    [InlineData("xor", 1)]
    [InlineData("circles", 1.6)]
    [InlineData("spiral", 1.2)]
    [InlineData("moons", 2.6)]
    [InlineData("blobs", 2.2)]
    [InlineData("line", 3.6)]
    [InlineData("waves", 1.8)]
    [InlineData("tides", 3.5)]
    [InlineData("recall", 5)]
    public void Numbers_are_finite_and_of_a_size_that_networks_take(string id, double most)
    {
        var data = BuiltInDataSets.Get(id)!;

        Assert.Equal(data.Examples * data.Shape.Aggregate((product, side) => product * side), data.Numbers.Length);
        Assert.All(data.Numbers.ToArray(), number => Assert.InRange(number, -most, most));
        Assert.All(data.Targets.ToArray(), number => Assert.InRange(number, -most, most));
        Assert.Equal(data.IsRegression ? data.Examples : 0, data.Targets.Length);
        Assert.InRange(data.Numbers.ToArray().Average(), -0.1, 0.1);
    }

    [Fact]
    public void The_level_that_is_to_be_predicted_is_six_hours_after_the_last()
    {
        var still = DataOptions.Apply(BuiltInDataSets.Get("tides")!, new() { Noise = 0, Train = 50 });

        // Without wind the moon alone tells: half a tide of 12.4 hours later, high has become low.
        Assert.All(Enumerable.Range(0, 50), i => Assert.InRange(still.Targets.Span[i] + still.Numbers.Span[(i * 48) + 47], -0.9, 0.9));
        Assert.Contains(Enumerable.Range(0, 50), i => Math.Abs(still.Targets.Span[i]) > 1);
    }

    [Fact]
    public void Names_are_many_none_twice_and_of_small_letters_only()
    {
        var names = BuiltInDataSets.Get("names")!;
        var lines = string.Concat(names.Values.ToArray().Select(c => names.Classes[c])).TrimEnd('\n').Split('\n');

        Assert.True(lines.Length >= 500);
        Assert.Equal(lines.Length, lines.Distinct().Count());
        Assert.All(lines, line => Assert.Matches("^[a-z]{3,12}$", line));
        Assert.Equal(27, names.Classes.Count);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_README_shows_a_sample_of_it_and_names_its_options(string id)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "readme");
        var text = File.ReadAllText(Path.Combine(folder, "README.md"));
        var sample = Assert.Single(Directory.GetFiles(Path.Combine(folder, "samples"), $"{id}.*"));

        Assert.InRange(new FileInfo(sample).Length, 1_000, 40 * 1_024);
        Assert.Contains($"(samples/{Path.GetFileName(sample)})", text, StringComparison.Ordinal);
        Assert.All(BuiltInDataSets.OptionsOf(id), option => Assert.Contains($"`{option.Name}`", text, StringComparison.Ordinal));
    }
}
