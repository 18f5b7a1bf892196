using Classroom.School;
using Classroom.Training;
using Classroom.Web.Features.DataSets;

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
        Assert.Equal(expected, Parse(new(null, sent, null, null, null)).Separator);

    [Fact]
    public void What_is_left_empty_is_not_chosen_and_what_is_filled_in_is()
    {
        Assert.Equal(new(), Parse(new("", "", " ", null, "")));
        Assert.Equal(
            new() { Header = false, Separator = ",", LabelColumn = "3", Encoding = "utf-8", ClassFolder = 2 },
            Parse(new("False", "comma", " 3 ", "UTF-8", "2")));
    }

    [Fact]
    public void Every_field_that_cannot_be_understood_is_named_with_what_could_be_sent()
    {
        List<Fault> faults = [];
        new ChoiceFields("maybe", "::", new string('x', 500), "latin-9", "0").Parse(faults);

        Assert.Equal(["header", "separator", "encoding", "classFolder", "labelColumn"], faults.Select(fault => fault.Field));
        Assert.Contains("true", faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("semicolon", faults[1].Message, StringComparison.Ordinal);
        Assert.Contains("windows-1252", faults[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_was_changed_in_the_preview_becomes_a_choice()
    {
        ImportChoices taken = new() { Header = true, Separator = ";", LabelColumn = "sort", Encoding = "utf-8" };

        Assert.Equal(new(), ChoiceFields.Merge(taken, new(), taken));
        Assert.Equal(new() { LabelColumn = "width" }, ChoiceFields.Merge(taken with { LabelColumn = "width" }, new(), taken));
        Assert.Equal(new() { Encoding = "windows-1252" }, ChoiceFields.Merge(taken with { Encoding = "windows-1252" }, new(), taken));
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
        Assert.Equal(new() { Header = false, LabelColumn = "2" }, ChoiceFields.Merge(taken with { Header = false, LabelColumn = "2" }, chosen, taken));
    }

    [Fact]
    public void A_script_is_told_what_to_send_for_a_question()
    {
        var question = new ImportQuestion("separator", "Fields are divided by commas or by tabs.", [new(",", "3 columns"), new("\t", "2 columns")]);

        Assert.Equal(
            "Fields are divided by commas or by tabs. Send the field separator with one of these values: comma (3 columns); tab (2 columns).",
            ChoiceWords.Ask(question));
    }

    private static ImportChoices Parse(ChoiceFields fields)
    {
        List<Fault> faults = [];
        var choices = fields.Parse(faults);
        Assert.Empty(faults);
        return choices;
    }
}
