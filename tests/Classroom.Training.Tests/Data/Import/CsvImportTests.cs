using Classroom.Training.Data;

namespace Classroom.Training.Tests;

public sealed class CsvImportTests
{
    [Fact]
    public void Rows_become_columns_of_mean_0_and_deviation_1_by_the_training_rows()
    {
        var data = Imported.Read("leaves.csv", Uploads.Leaves(50)).DataSet!;

        Assert.Equal((DataSetKind.Table, 40, 10), (data.Kind, data.Train, data.Validation));
        Assert.Equal([2], data.Shape);
        Assert.Equal(["maple", "oak"], data.Classes);
        Assert.Equal(["length", "width"], data.Columns.Select(column => column.Name));
        for (var column = 0; column < 2; column++)
        {
            var training = Enumerable.Range(0, data.Train).Select(row => (double)data.Numbers.Span[(row * 2) + column]).ToList();
            Assert.Equal(0, training.Average(), 1e-5);
            Assert.Equal(1, training.Average(x => x * x), 1e-5);
        }
    }

    [Fact]
    public void Each_row_keeps_its_numbers_and_its_label_where_the_shuffling_puts_it()
    {
        var data = Imported.Read("leaves.csv", Uploads.Leaves(50)).DataSet!;
        var lengths = Enumerable.Range(0, 50)
            .Select(row => (data.Numbers.Span[row * 2] * data.Columns[0].Deviation) + data.Columns[0].Mean)
            .ToList();

        Assert.Equal(Enumerable.Range(0, 50).Select(i => i + 10.5), lengths.Select(length => Math.Round(length, 3)).Order());
        Assert.NotEqual(lengths.Order(), lengths);
        Assert.Equal(
            lengths.Select(length => (int)Math.Round(length - 10.5) % 2 == 0 ? "oak" : "maple"),
            data.Labels.ToArray().Select(label => data.Classes[label]));
        Assert.Equal(data.Numbers.ToArray(), Imported.Read("again", Uploads.Leaves(50)).DataSet!.Numbers.ToArray());
    }

    [Fact]
    public void The_description_says_in_words_what_was_done()
    {
        Assert.Equal(
            "50 rows of 2 numbers in 2 classes (column label), from leaves.csv. Shuffled, always the same way; a fifth of each class (10 "
            + "in all) is for validation. "
            + "Each column minus its mean, divided by its standard deviation, both taken from the 40 training rows.",
            Imported.Read("leaves.csv", Uploads.Leaves(50)).DataSet!.Description);
    }

    [Theory]
    [InlineData("a,label,b", null, "1,2,3", "2")]
    [InlineData("a,Label,b", null, "1,2,3", "2")]
    [InlineData("a,b,c", null, "1,2,3", "3")]
    [InlineData("a|b|c", null, "1|2|3", "3")]
    [InlineData("a,b,c", "A", "1,2,3", "1")]
    [InlineData("a;b;c", "b", "1;2;3", "2")]
    [InlineData("a\tb\tc", "", "1\t2\t3", "3")]
    [InlineData("\"a, or so\",b,c", null, "1,2,3", "3")]
    [InlineData("\ufeffa,b,c", "a", "1,2,3", "1")]
    [InlineData(" a , b,c ", "c", " 1 ,2, 3", "3")]
    public void The_label_column_is_the_one_named_or_label_or_the_only_one_that_repeats(
        string header, string? labelColumn, string row, string label)
    {
        var content = Uploads.Csv(header, row, row.Replace(label, "9", StringComparison.Ordinal), row, "", row);
        var imported = Imported.Read("x", content, labelColumn);

        Assert.Empty(imported.Errors);
        Assert.Equal([label, "9"], imported.DataSet!.Classes);
        Assert.Equal(4, imported.DataSet.Examples);
    }

    [Theory]
    [InlineData(784, 255, 28, 200)]
    [InlineData(64, 255, 8, 200)]
    [InlineData(64, 16, 8, 191)]
    [InlineData(64, 1, 8, 255)]
    public void Whole_grey_values_of_a_square_become_pictures(int columns, int largest, int side, int seen)
    {
        var value = largest == 255 ? 200 : largest == 16 ? 12 : 1;
        string[] lines =
        [
            string.Join(',', Enumerable.Range(0, columns).Select(i => $"p{i}").Append("label")),
            .. Enumerable.Range(0, 10)
                .Select(row => string.Join(
                    ',', Enumerable.Range(0, columns).Select(i => i == 0 ? largest : i == 5 ? value : 0).Append(row % 2))),
        ];
        var data = Imported.Read("digits.csv", Uploads.Csv(lines)).DataSet!;

        Assert.Equal((DataSetKind.Image, 8, 2), (data.Kind, data.Train, data.Validation));
        Assert.Equal([side, side], data.Shape);
        Assert.Equal((255, seen, 0), (data.Values.Span[0], data.Values.Span[5], data.Values.Span[6]));
        Assert.Contains($"pictures of {side} × {side} pixels", data.Description, StringComparison.Ordinal);
        Assert.Contains($"from 0 to {largest}", data.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_numbers_of_a_square_stay_a_table()
    {
        string[] lines =
        [
            string.Join(',', Enumerable.Range(0, 64).Select(i => $"p{i}").Append("label")),
            .. Enumerable.Range(0, 10)
                .Select(row => string.Join(',', Enumerable.Range(0, 64).Select(i => i == 0 ? "0.5" : "3").Append($"{row % 2}"))),
        ];
        Assert.Equal(DataSetKind.Table, Imported.Read("digits.csv", Uploads.Csv(lines)).DataSet!.Kind);
    }

    [Fact]
    public void A_column_that_is_always_the_same_becomes_0()
    {
        var data = Imported.Read("x.csv", Uploads.Csv("a,b,label", "1e30,1,x", "1e30,2,y", "1e30,3,x", "1e30,5,x", "1e30,4,y")).DataSet!;
        Assert.Equal(1, data.Columns[0].Deviation);
        Assert.All(Enumerable.Range(0, 5), row => Assert.Equal(0, data.Numbers.Span[row * 2]));
    }

    public static TheoryData<string, string[], string[]> Wrong => new()
    {
        { "no labels", ["1.5,2,2", "4,5,6"], ["No column looks like labels"] },
        { "header only", ["a,b,label"], ["x.csv: The file holds 0 rows; at least 2"] },
        { "one row", ["a,b,label", "1,2,x"], ["holds 1 row; at least 2"] },
        { "one column", ["label", "x", "y"], ["line 1: The file has 1 column with a comma between fields"] },
        {
            "ragged rows",
            ["a,b,label", "1,2,x", "1,x", "1,2,3,y"],
            ["line 3: The line has 2 fields; the first line has 3", "line 4: The line has 4 fields"]
        },
        {
            "words and empty fields",
            ["a,b,label", "1,two,x", ",2,y"],
            ["line 3: A number is missing in the column 'a': an empty field", "line 2: The column 'b' holds 'two'; expected a number"]
        },
        {
            "not finite",
            ["a,b,label", "NaN,2,x", "1,inf,y", "1e199,3,x", "-Infinity,3,x"],
            [
                "line 2: A number is missing in the column 'a': 'NaN'", "line 5: The column 'a' holds '-Infinity'",
                "line 4: The column 'a' holds 1e199", "line 3: The column 'b' holds 'inf'"
            ]
        },
        {
            "two kinds of decimals",
            ["a;b;label", "1,5;2;x", "2.5;2;y"],
            [
                "line 2: The column 'a' holds '1,5', in which the comma could stand for thousands or for a decimal point. Leave "
                + "thousands commas out"
            ]
        },
        {
            "empty label",
            ["a,b,label", "1,2,", "1,2,x"],
            ["line 2: The label is missing in the column 'label': an empty field is not a label"]
        },
        { "one class", ["a,b,label", "1,2,x", "1,2,x"], ["All rows have the same label 'x' (column 'label')"] },
        { "two columns of one name", ["a,A,label", "1,2,x"], ["line 1: 2 columns have the name 'a'"] },
        { "no name", ["a,,label", "1,2,x"], ["line 1: Column 2 has no name"] },
        {
            "open quote",
            ["a,b,label", "\"1,2,x", "1,2,y", "1,\"2,x"],
            ["line 2: A quote opens in this line and does not close", "line 4: A quote opens"]
        },
        { "NUL", ["a,b,label", "1,2,x\0"], ["line 2: There is a NUL byte"] },
        {
            "very long line",
            ["a,b,label", "1," + new string('2', 200_000) + ",x", "1,2,y"],
            ["line 2: The line is longer than 131,072 bytes"]
        },
        { "very long name of a class", ["a,b,label", "1,2," + new string('y', 61), "1,2,y"], ["line 2: The label 'yyyy"] },
        {
            "too many columns",
            [string.Join(',', Enumerable.Range(0, 4098).Select(i => $"c{i}")), "1"],
            ["line 1: The file has 4,098 columns with a comma between fields; expected a column with labels and 1 to 4,096"]
        },
        {
            "a number to predict",
            ["a,b,label", .. Enumerable.Range(0, 300).Select(i => $"1,2,{i * 0.5m}")],
            ["The label column 'label' holds more than 256 different numbers in 300 rows. That is a number to predict (a regression)"]
        },
        {
            "names as labels",
            ["a,b,label", .. Enumerable.Range(0, 300).Select(i => $"1,2,name {i}")],
            ["line 258: The label column 'label' has more than 256 different values. Is this the column with the classes?"]
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_told_with_its_line(string name, string[] lines, string[] expected)
    {
        var imported = Imported.Read("x.csv", Uploads.Csv(lines));

        Assert.True(expected.Length == imported.Errors.Count, $"{name}: {imported.Faults}");
        Assert.All(expected.Zip(imported.Errors), pair => Assert.Contains(pair.First, pair.Second.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_label_column_that_is_not_there_is_told_with_those_that_are() =>
        Assert.Equal(
            "x.csv, line 1: There is no column 'tree' for the labels. The columns are 'length', 'width', 'label'.",
            Imported.Read("x.csv", Uploads.Leaves(), "tree").Faults);

    [Fact]
    public void Of_very_many_faults_twenty_are_told_and_the_others_counted()
    {
        var errors = Imported.Read("x.csv", Uploads.Csv(["a,b,label", .. Enumerable.Repeat("1,two", 1_000)])).Errors;

        Assert.Equal(21, errors.Count);
        Assert.Equal(Enumerable.Range(2, 20).Select(line => (long?)line), errors.Take(20).Select(error => error.Line));
        Assert.Equal("And 980 more faults like these.", errors[^1].ToString());
    }

    [Fact]
    public void More_rows_or_numbers_than_allowed_are_told()
    {
        Assert.Contains(
            "line 12: There are more than 10 rows",
            Imported.Read("x.csv", Uploads.Leaves(), limits: new() { MaxExamples = 10 }).Faults,
            StringComparison.Ordinal);
        Assert.Contains(
            "at most 100 are allowed",
            Imported.Read("x.csv", Uploads.Leaves(), limits: new() { MaxUnpackedBytes = 100 }).Faults,
            StringComparison.Ordinal);
        var many = Uploads.Csv(["a,b,label", .. Enumerable.Range(0, 20).Select(i => $"{i},1,{i % 2}")]);
        Assert.Contains(
            "20 rows of 2 numbers take 160 bytes; at most 150",
            Imported.Read("x.csv", many, limits: new() { MaxUnpackedBytes = 150 }).Faults,
            StringComparison.Ordinal);
    }
}
