using Classroom.School;
using Classroom.Training.Data;
using Classroom.Training.Data.Import;
using Classroom.Web.Features.DataSets;
using Classroom.Web.Features.DataSets.Uploads;

namespace Classroom.Web.Tests.DataSets;

public sealed class ChoiceFieldsTests
{
    [Theory]
    [InlineData("semicolon", ";")]
    [InlineData(";", ";")]
    [InlineData("TAB", "\t")]
    [InlineData("\t", "\t")]
    [InlineData("\\t", "\t")]
    [InlineData("#", "#")]
    public void A_separator_goes_by_its_name_or_as_it_is(string sent, string expected) =>
        Assert.Equal(expected, Parse(new() { Separator = sent }).Separator);

    [Fact]
    public void What_is_left_empty_is_not_chosen_and_what_is_filled_in_is()
    {
        Assert.Equal(
            new(), Parse(new() { Header = "", Separator = "", LabelColumn = " ", ClassFolder = "", Content = "", Orientation = " " }));
        Assert.Equal(
            new()
            {
                Header = false,
                Separator = ",",
                LabelColumn = "3",
                Encoding = "utf-8",
                ClassFolder = 2,
                Content = RowContent.Table,
                Orientation = PictureOrientation.Transposed,
            },
            Parse(new()
            {
                Header = "False",
                Separator = "comma",
                LabelColumn = " 3 ",
                Encoding = "UTF-8",
                ClassFolder = "2",
                Content = "table",
                Orientation = "Transposed"
            }));
    }

    [Fact]
    public void Every_field_that_cannot_be_understood_is_named_with_what_could_be_sent()
    {
        List<Fault> faults = [];
        new ChoiceFields
        {
            Header = "maybe",
            Separator = "::",
            LabelColumn = new string('x', 500),
            Encoding = "latin-9",
            ClassFolder = "0",
            Content = "movies",
            Orientation = "upside down",
        }.Parse(faults);

        var messages = faults.ToDictionary(fault => fault.Field, fault => fault.Message);
        Assert.Equal(
            ["classFolder", "content", "encoding", "header", "labelColumn", "orientation", "separator"],
            messages.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("true", messages["header"], StringComparison.Ordinal);
        Assert.Contains("semicolon", messages["separator"], StringComparison.Ordinal);
        Assert.Contains("windows-1252", messages["encoding"], StringComparison.Ordinal);
        Assert.Equal("Give one of pictures, table.", messages["content"]);
        Assert.Equal("Give one of as-stored, transposed.", messages["orientation"]);
    }

    [Fact]
    public void Only_what_was_changed_in_the_preview_becomes_a_choice()
    {
        ImportChoices taken = new() { Header = true, Separator = ";", LabelColumn = "sort", Encoding = "utf-8" };

        Assert.Equal(new(), ChoiceFields.Merge(taken, new(), taken));
        Assert.Equal(new() { LabelColumn = "width" }, ChoiceFields.Merge(taken with { LabelColumn = "width" }, new(), taken));
        Assert.Equal(new() { Encoding = "windows-1252" }, ChoiceFields.Merge(taken with { Encoding = "windows-1252" }, new(), taken));
        ImportChoices pictures = new() { Content = RowContent.Pictures, Orientation = PictureOrientation.AsStored };
        Assert.Equal(new(), ChoiceFields.Merge(pictures, new(), pictures));
        Assert.Equal(
            new() { Content = RowContent.Table }, ChoiceFields.Merge(pictures with { Content = RowContent.Table }, new(), pictures));
        Assert.Equal(
            new() { Orientation = PictureOrientation.Transposed },
            ChoiceFields.Merge(pictures with { Orientation = PictureOrientation.Transposed }, new(), pictures));
        Assert.Equal(new() { ClassFolder = 2 }, ChoiceFields.Merge(new() { ClassFolder = 2 }, new(), new()));
    }

    [Fact]
    public void A_choice_stays_until_it_is_changed_but_a_column_belongs_to_the_layout_it_was_chosen_in()
    {
        ImportChoices taken = new() { Header = true, Separator = ",", LabelColumn = "sort" };
        ImportChoices chosen = new() { LabelColumn = "sort", Header = true };

        Assert.Equal(chosen, ChoiceFields.Merge(taken, chosen, taken));
        Assert.Equal(chosen, ChoiceFields.Merge(new(), chosen, new()));
        Assert.Equal(new() { Header = false }, ChoiceFields.Merge(taken with { Header = false }, chosen, taken));
        Assert.Equal(
            new() { Header = false, LabelColumn = "2" },
            ChoiceFields.Merge(taken with { Header = false, LabelColumn = "2" }, chosen, taken));
    }

    [Fact]
    public void A_script_is_told_what_to_send_for_a_question()
    {
        var question = new ImportQuestion(
            "separator", "Fields are divided by commas or by tabs.", [new(",", "3 columns"), new("\t", "2 columns")]);

        Assert.Equal(
            "Fields are divided by commas or by tabs. Send the field separator with one of these values: comma (3 columns); tab (2 "
                + "columns).",
            ChoiceText.Ask(question));
    }

    private static ImportChoices Parse(ChoiceFields fields)
    {
        List<Fault> faults = [];
        var choices = fields.Parse(faults);
        Assert.Empty(faults);
        return choices;
    }
}
