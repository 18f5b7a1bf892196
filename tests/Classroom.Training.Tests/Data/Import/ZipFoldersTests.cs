using Classroom.Training.Data;
using Classroom.Training.Data.Import;
using SkiaSharp;

namespace Classroom.Training.Tests;

public sealed class ZipFoldersTests
{
    private static readonly byte[] Picture = Uploads.Picture(5, 5, (_, _) => new SKColor(100, 100, 100));

    [Fact]
    public void Folders_within_folders_are_asked_about()
    {
        using var asked = Read(["cats/day/1", "cats/night/2", "dogs/day/3", "dogs/night/4"]);

        Assert.Null(asked.DataSet);
        Assert.Empty(asked.Errors);
        var question = Assert.Single(asked.Questions);
        Assert.Equal("classFolder", question.Field);
        Assert.Equal(
            [("1", "cats, dogs (2 classes)"), ("2", "day, night (2 classes)")],
            question.Answers.Select(answer => (answer.Value, answer.Text)));
    }

    [Theory]
    [InlineData(1, "cats", "dogs")]
    [InlineData(2, "day", "night")]
    public void The_chosen_folder_names_the_class(int chosen, string first, string second)
    {
        using var read = Read(["cats/day/1", "cats/night/2", "dogs/day/3", "dogs/night/4"], new() { ClassFolder = chosen });

        Assert.Equal([first, second], read.DataSet!.Info.Classes);
        Assert.Equal(chosen, read.Reading!.Taken.ClassFolder);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_folder_that_is_no_choice_is_refused(int chosen)
    {
        using var read = Read(["cats/day/1", "cats/night/2", "dogs/day/3", "dogs/night/4"], new() { ClassFolder = chosen });
        Assert.Contains("1 or 2", Assert.Single(read.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_train_and_test_are_the_split()
    {
        using var read = Read(["pets/train/cat/1", "pets/train/dog/2", "pets/train/dog/3", "pets/test/cat/4", "pets/test/dog/5"]);

        var info = read.DataSet!.Info;
        Assert.Equal(["cat", "dog"], info.Classes);
        Assert.Equal((3, 2), (info.Train, info.Validation));
        Assert.Equal(SplitKind.Folders, info.Reading!.Split);
        Assert.Equal([new ReadClass("cat", 1, 1), new ReadClass("dog", 2, 1)], info.Reading.Classes);
        var data = read.DataSet.Load();
        Assert.Equal([0, 1], data.Labels[3..].ToArray().Order().Select(label => (int)label));
    }

    [Fact]
    public void A_split_inside_each_class_is_one_too()
    {
        using var read = Read(["cat/Train/1", "cat/Validation/2", "dog/Train/3", "dog/Test/4"]);
        Assert.Equal(["cat", "dog"], read.DataSet!.Info.Classes);
        Assert.Equal((2, 2), (read.DataSet.Info.Train, read.DataSet.Info.Validation));
    }

    [Fact]
    public void A_class_may_be_called_train()
    {
        using var read = Read(["train/1", "train/2", "bus/3", "bus/4"]);
        Assert.Equal(["bus", "train"], read.DataSet!.Info.Classes);
        Assert.Equal(SplitKind.Stratified, read.Reading!.Split);
    }

    [Fact]
    public void A_class_without_a_picture_to_train_on_is_said()
    {
        using var read = Read(["train/cat/1", "train/dog/2", "test/cat/3", "test/fox/4"]);
        Assert.Contains(read.Reading!.Notes, note => note.Contains("'fox' has no pictures to train on", StringComparison.Ordinal));
        Assert.Equal(new ReadClass("fox", 0, 1), read.Reading.Classes[2]);
    }

    [Fact]
    public void A_folder_of_train_pictures_without_classes_is_refused()
    {
        using var read = Read(["train/1", "train/2", "test/3"]);
        Assert.Contains("without a folder for their class", Assert.Single(read.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_beside_the_folders_of_classes_are_refused()
    {
        using var read = Read(["pets/1", "pets/cat/2", "pets/dog/3"]);
        Assert.Contains("lie in the folder 'pets' itself", Assert.Single(read.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_begins_with_a_dot_is_left_out_at_any_depth()
    {
        using var read = Read(["a/1", "a/2", "b/1", "b/2", ".thumbnails/3", "a/.cache/x/4", "b/.hidden"]);

        Assert.Equal(["a", "b"], read.DataSet!.Info.Classes);
        Assert.Equal(4, read.DataSet.Info.Examples);
        Assert.Equal(["3 hidden or system files were left out."], read.Reading!.Notes);
    }

    [Fact]
    public void No_class_is_missing_in_validation_that_has_two_pictures()
    {
        using var read = Read([.. Enumerable.Range(0, 40).Select(i => $"common/{i}"), "rare/1", "rare/2", "single/1"]);

        Assert.Equal([new ReadClass("common", 32, 8), new ReadClass("rare", 1, 1), new ReadClass("single", 1, 0)], read.Reading!.Classes);
        Assert.Equal(SplitKind.Stratified, read.Reading.Split);
    }

    [Fact]
    public void The_preview_shows_three_pictures_of_each_class()
    {
        using var read = Read(["b/1", "b/2", "b/3", "b/4", "a/5"]);
        Assert.Equal(["a", "b", "b", "b"], read.Sample!.Pictures.Select(picture => picture.Class));
        Assert.All(
            read.Sample.Pictures,
            picture => Assert.Equal((28, 28, 784, 100), (picture.Height, picture.Width, picture.Pixels.Length, picture.Pixels[400])));
    }

    private static ImportResult Read(string[] paths, ImportChoices? choices = null) => DataSetImport.Read(
        [("pets.zip", new MemoryStream(Uploads.Zip(paths.Select(path => (path + ".png", Picture)))))],
        new() { Title = "Pets", Choices = choices ?? new() },
        cancellationToken: TestContext.Current.CancellationToken);
}
