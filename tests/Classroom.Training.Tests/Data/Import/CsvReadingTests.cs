using System.Text;
using System.Text.Json;
using Classroom.Training.Data;

namespace Classroom.Training.Tests;

/// <summary>What a table is taken for is plain, chosen or asked, and never guessed.</summary>
public sealed class CsvReadingTests
{
    private static readonly string[] Flowers = [.. Enumerable.Range(0, 90)
        .Select(i => $"{i % 7}.5,{i % 5},{i / 10}.25,{(i % 3) switch { 0 => "rose", 1 => "lily", _ => "iris" }}")];

    [Fact]
    public void A_first_line_of_data_is_an_example()
    {
        var imported = Imported.Read("flowers.csv", Uploads.Csv(Flowers));

        Assert.Equal("", imported.Faults + imported.Asked);
        Assert.Equal(90, imported.DataSet!.Examples);
        Assert.Equal(["Column 1", "Column 2", "Column 3"], imported.DataSet.Columns.Select(column => column.Name));
        Assert.Equal(
            (false, ",", "4", "utf-8"),
            (
                imported.Reading!.Taken.Header,
                imported.Reading.Taken.Separator,
                imported.Reading.Taken.LabelColumn,
                imported.Reading.Taken.Encoding));
        Assert.Equal(Flowers[0].Split(','), imported.Sample!.Rows[0]);
        Assert.Equal([30, 30, 30], imported.Reading.Classes.Select(read => read.Train + read.Validation));
    }

    [Theory]
    [InlineData("?,2,0", "1,2,0", "3,4,1", "5,6,1", "7,8,0")]
    [InlineData("0,1,2", "1,2,0", "3,4,1", "5,6,1", "7,8,0")]
    [InlineData("2019,2020,kind", "1,2,a", "3,4,b", "5,6,a")]
    [InlineData("n.a.,k.A.,red", "1,2,red", "3,4,blue", "5,6,red")]
    public void A_first_line_that_could_be_names_or_an_example_is_asked_about(params string[] lines)
    {
        var imported = Imported.Read("x.csv", Uploads.Csv(lines));

        Assert.Equal("header", imported.Asked);
        Assert.Equal(["false", "true"], imported.Questions[0].Answers.Select(answer => answer.Value));
        Assert.Equal(lines[0].Split(','), imported.Sample!.Rows[0]);
        Assert.Equal(
            lines.Length - 1,
            Imported.Read(
                "x.csv", Uploads.Csv(lines), new ImportChoices { Header = true, LabelColumn = lines[0].Split(',')[2] }).DataSet!.Examples);
    }

    [Fact]
    public void Choosing_decides_whether_the_first_line_is_an_example()
    {
        var lines = Uploads.Csv("0,1,2", "1,2,0", "3,4,1", "5,6,1", "7,8,0", "9,9,2");
        Assert.Equal(6, Imported.Read("x.csv", lines, new ImportChoices { Header = false, LabelColumn = "3" }).DataSet!.Examples);
        Assert.Equal(
            ["0", "1"],
            Imported.Read("x.csv", lines, new ImportChoices { Header = true, LabelColumn = "2" }).DataSet!.Columns.Select(
                column => column.Name));
    }

    [Fact]
    public void Which_of_several_columns_of_numbers_has_the_labels_is_asked()
    {
        var lines = Uploads.Csv("a,b,c", "1,2,0", "1,3,1", "2,2,1", "2,3,0");
        var asked = Imported.Read("x.csv", lines).Questions.Single();

        Assert.Equal("labelColumn", asked.Field);
        Assert.Equal(["c", "b", "a"], asked.Answers.Select(answer => answer.Value));
        Assert.Equal(["0", "1"], Imported.Read("x.csv", lines, "c").DataSet!.Classes);
    }

    [Fact]
    public void Two_characters_that_could_both_stand_between_fields_are_asked_about()
    {
        var lines = Uploads.Csv("a,b;c", "x,1;2", "y,3;4");
        var asked = Imported.Read("x.csv", lines).Questions.Single();

        Assert.Equal(("separator", 2), (asked.Field, asked.Answers.Count));
        Assert.Equal(["comma", "semicolon"], asked.Answers.Select(answer => answer.Value).Order(StringComparer.Ordinal));
        Assert.Equal(";", Imported.Read("x.csv", lines, new ImportChoices { Separator = "semicolon" }).Reading!.Taken.Separator);
    }

    [Fact]
    public void A_decimal_comma_between_semicolons_is_read_and_said()
    {
        var imported = Imported.Read("x.csv", Uploads.Csv("a;b;label", "3,5;2;x", "2,25;1;y", "0,125;1;x", "1,000;7;y"));

        Assert.Equal("", imported.Faults + imported.Asked);
        Assert.Contains(
            imported.Reading!.Notes,
            note => note.Contains("decimal comma", StringComparison.Ordinal) && note.Contains("'a'", StringComparison.Ordinal));
        Assert.Equal(["3.5", "2", "x"], imported.Sample!.Rows[0]);
        Assert.Equal(CommaMeaning.Decimal, imported.Reading.Columns[0].Comma);
        Assert.Equal([0.125, 1, 2.25, 3.5], Own(imported.DataSet!, 0).Order().Select(number => Math.Round(number, 4)));
    }

    [Fact]
    public void A_thousands_comma_in_quotes_is_no_decimal_point()
    {
        var imported = Imported.Read("x.csv", Uploads.Csv("a,label", "\"1,234\",x", "999,y", "\"12,345\",x", "7,y"));

        Assert.Equal("", imported.Faults + imported.Asked);
        Assert.Equal([7.0, 999, 1234, 12345], Own(imported.DataSet!, 0).Order().Select(number => Math.Round(number, 2)));
        Assert.Contains(imported.Reading!.Notes, note => note.Contains("thousands", StringComparison.Ordinal));
        var mixed = Imported.Read("x.csv", Uploads.Csv("a,label", "\"1,234\",x", "\"3,5\",y")).Faults;
        Assert.Contains("Leave thousands commas out", mixed, StringComparison.Ordinal);
        Assert.DoesNotContain("1.234", mixed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comma_that_could_be_either_is_refused() =>
        Assert.Contains(
            "could stand for thousands or for a decimal point",
            Imported.Read("x.csv", Uploads.Csv("a;label", "1,234;x", "5,678;y")).Faults,
            StringComparison.Ordinal);

    [Fact]
    public void Labels_that_are_one_number_are_one_class()
    {
        var imported = Imported.Read("x.csv", Uploads.Csv("a,label", "1,1", "2,1.0", "3,01", "4, 1", "5,2", "6,2.0"));

        Assert.Equal(["1", "2"], imported.DataSet!.Classes);
        Assert.Equal([4, 2], imported.Reading!.Classes.Select(read => read.Train + read.Validation));
        Assert.Contains(imported.Reading.Notes, note => note.Contains("'1', '01', '1.0' are the same number", StringComparison.Ordinal));
        Assert.Equal(["3", "1"], imported.Sample!.Rows[2]);
    }

    [Fact]
    public void What_stands_for_nothing_is_no_label_and_is_said_once_a_column()
    {
        var lines = new[] { "NA", "NaN", "null", "N/A", "-", "?", "" }.Select(label => $"1,2,{label}").Concat(["?,2,x", "NA,3,y"]);
        var errors = Imported.Read("x.csv", Uploads.Csv(["a,b,label", .. lines])).Errors;

        Assert.Equal(2, errors.Count);
        Assert.StartsWith(
            "x.csv, line 2: The label is missing in the column 'label': 'NA' is not a label.",
            errors[0].ToString(),
            StringComparison.Ordinal);
        Assert.EndsWith("The same in lines 3, 4, 5, 6 and 2 more.", errors[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "x.csv, line 9: A number is missing in the column 'a': '?' is not a number.", errors[1].ToString(), StringComparison.Ordinal);
        Assert.EndsWith("The same in line 10.", errors[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_are_measured_numbers_are_a_regression_and_refused()
    {
        var decimals = Imported.Read("x.csv", Uploads.Csv(["a,label", .. Enumerable.Range(0, 50).Select(i => $"{i},{i}.5")])).Faults;
        Assert.Contains(
            "holds 50 different numbers in 50 rows. That is a number to predict (a regression)", decimals, StringComparison.Ordinal);

        var unnamed = Imported.Read("x.csv", Uploads.Csv(["a,price", .. Enumerable.Range(0, 50).Select(i => $"{i},{i}.5")])).Faults;
        Assert.Contains("is a regression", unnamed, StringComparison.Ordinal);

        // Also where most of them come twice.
        var twice = Imported.Read(
            "x.csv", Uploads.Csv(["a,price", .. Enumerable.Range(0, 100).Select(i => $"{i % 10},{i % 50}.5")]), "price").Faults;
        Assert.Contains(
            "holds 50 different numbers in 100 rows. That is a number to predict (a regression)", twice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_names_is_not_taken_for_the_labels()
    {
        var table = Uploads.Csv(["name,height,class", .. Enumerable.Range(0, 50).Select(i => $"n{i},{i}.5,{i % 2}")]);

        Assert.Contains("holds a different word in nearly every row", Imported.Read("x.csv", table).Faults, StringComparison.Ordinal);
        Assert.Contains("'name'", Imported.Read("x.csv", table, "class").Faults, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_numbers_with_a_gap_may_have_the_labels_and_its_gap_is_told()
    {
        var table = Uploads.Csv(["a,c", .. Enumerable.Range(0, 60).Select(i => $"{i}.5,{(i == 30 ? "NA" : $"{i % 2}")}")]);

        Assert.Equal("labelColumn", Imported.Read("x.csv", table).Asked);
        Assert.Contains(
            "x.csv, line 32: The label is missing in the column 'c': 'NA' is not a label.",
            Imported.Read("x.csv", table, "c").Faults,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Spaces_may_stand_between_fields_where_that_is_chosen()
    {
        var imported = Imported.Read(
            "x.csv",
            Uploads.Csv(["x y c", .. Enumerable.Range(0, 20).Select(i => $"{i} {i}.5 {(i % 2 == 0 ? "red" : "blue")}")]),
            new ImportChoices { Separator = " " });

        Assert.Equal(("", 20), (imported.Faults + imported.Asked, imported.DataSet!.Examples));
    }

    [Fact]
    public void A_small_difference_of_large_numbers_is_kept()
    {
        var imported = Imported.Read(
            "x.csv",
            Uploads.Csv([
                "time,label", .. Enumerable.Range(0, 200).Select(i => $"{1_700_000_000 + (40 * (i % 2))},{(i % 2 == 0 ? "early" : "late")}")
            ]));
        var data = imported.DataSet!;

        Assert.Equal((1_700_000_020.0, 20.0), (data.Columns[0].Mean, data.Columns[0].Deviation));
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(data.Labels.Span[i] == 0 ? -1 : 1, data.Numbers.Span[i]));
    }

    [Fact]
    public void A_constant_column_is_said()
    {
        var reading = Imported.Read("x.csv", Uploads.Csv("a,b,label", "0.1,1,x", "0.1,2,y", "0.1,3,x", "0.1,4,y")).Reading!;
        Assert.Equal([true, false, false], reading.Columns.Select(column => column.IsConstant));
        Assert.Contains(reading.Notes, note => note.Contains("'a' is constant", StringComparison.Ordinal));
        Assert.False(
            Imported.Read("x.csv", Uploads.Csv("a,label", "1e-200,x", "2e-200,y", "1e-200,x", "2e-200,y")).Reading!.Columns[0].IsConstant);
    }

    public static TheoryData<string, byte[], string> Encodings
    {
        get
        {
            const string table = "größe,label\n1,grün\n2,weiß\n3,grün\n4,weiß\n";
            return new()
            {
                { "utf-8", Encoding.UTF8.GetBytes(table), "utf-8" },
                { "utf-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table)], "utf-8" },
                { "utf-16 little end first", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(table)], "utf-16" },
                { "utf-16 big end first", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(table)], "utf-16" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void An_encoding_that_is_plain_is_taken_and_shown(string name, byte[] content, string encoding)
    {
        var imported = Imported.Read("x.csv", content);

        Assert.True(imported.DataSet is not null, name + imported.Faults);
        Assert.Equal(["grün", "weiß"], imported.DataSet.Classes);
        Assert.Equal("größe", imported.DataSet.Columns[0].Name);
        Assert.Equal(encoding, imported.Reading!.Taken.Encoding);
    }

    [Fact]
    public void An_encoding_that_is_not_plain_is_asked_about_and_shown_as_it_would_be_read()
    {
        var latin = Encoding.Latin1.GetBytes("a,b,label\n1,2,grün\n1,3,rot\n1,2,weiß\n");
        var asked = Imported.Read("x.csv", latin);

        Assert.Equal("encoding", asked.Asked);
        Assert.Equal("grün", asked.Sample!.Rows[0][2]);
        Assert.Contains("weiß", Imported.Read("x.csv", latin, new ImportChoices { Encoding = "windows-1252" }).DataSet!.Classes);
        Assert.Equal(
            ["line 2", "line 4"],
            Imported.Read("x.csv", latin, new ImportChoices { Encoding = "utf-8" }).Errors.Select(error => $"line {error.Line}"));
        Assert.Contains(
            "not one of utf-8", Imported.Read("x.csv", latin, new ImportChoices { Encoding = "morse" }).Faults, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reading_is_stored_and_taking_it_again_gives_the_same_data_set()
    {
        foreach (var content in new[]
        {
            Uploads.Csv(Flowers),
            Uploads.Leaves(),
            Uploads.Csv("sep=;", "a;label", "3,5;1", "2,25;01", "1,5;2", "7,5;2")
        })
        {
            var first = Imported.Read("x.csv", content);
            var again = Imported.Read("x.csv", content, first.Reading!.Taken);

            Assert.Equal(JsonSerializer.Serialize(first.Reading), JsonSerializer.Serialize(first.DataSet!.Reading));
            Assert.Equal(JsonSerializer.Serialize(first.Reading), JsonSerializer.Serialize(again.Reading));
            Assert.Equal(first.DataSet.Numbers.ToArray(), again.DataSet!.Numbers.ToArray());
        }
    }

    // The numbers of a column in its own unit.
    private static IEnumerable<double> Own(DataSet data, int column) =>
        data.Numbers.ToArray()
            .Where((_, place) => place % data.Columns.Count == column)
            .Select(number => (number * data.Columns[column].Deviation) + data.Columns[column].Mean);
}
