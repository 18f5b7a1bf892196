using System.Globalization;

namespace Classroom.Training.Data.Import;

/// <summary>How a table is read, once everything is decided.</summary>
/// <param name="File">Its name.</param>
/// <param name="Dialect">What stands between fields.</param>
/// <param name="Encoding">What it was written in.</param>
/// <param name="Header">The first line names the columns.</param>
/// <param name="Names">Of all columns.</param>
/// <param name="Label">Which column has the labels.</param>
/// <param name="Commas">What a comma in a number means, for each column.</param>
internal sealed record CsvLayout(
    string File, CsvDialect Dialect, string Encoding, bool Header, string[] Names, int Label, CommaMeaning[] Commas)
{
    public const string Format = "CSV table";

    /// <summary>What the rows are; null where they can be nothing but a table.</summary>
    public RowContent? Content { get; init; }

    /// <summary>Pictures: how they lie in the file; otherwise null.</summary>
    public PictureOrientation? Orientation { get; init; }

    /// <summary>The names as they stand in the first line, which may be spelled another way; empty without a header.</summary>
    public string[] InFile { get; init; } = [];

    public string LabelName => Names[Label];

    /// <summary>The places of all columns but the label.</summary>
    public int[] Numbers { get; } = [.. Enumerable.Range(0, Names.Length).Where(place => place != Label)];

    public ImportChoices Taken => new()
    {
        Encoding = Encoding,
        Separator = Dialect.Separator.ToString(),
        Header = Header,
        LabelColumn = Header ? LabelName : (Label + 1).ToString(CultureInfo.InvariantCulture),
        Content = Content,
        Orientation = Orientation,
    };

    /// <param name="constant">Which columns have one number in all training rows.</param>
    public IReadOnlyList<ReadColumn> Columns(IReadOnlySet<int> constant) =>
        [.. Names.Select((name, place) => new ReadColumn(name, place == Label, constant.Contains(place))
        {
            InFile = Header && InFile[place] != name ? InFile[place] : null,
            Comma = Commas[place],
        })];

    /// <summary>What is worth knowing of how numbers were read.</summary>
    public IEnumerable<string> Notes()
    {
        foreach (var (meaning, sentence) in new[]
        {
            (CommaMeaning.Decimal, "A comma in a number is a decimal comma (3,5 is three and a half): {0}."),
            (CommaMeaning.Thousands, "A comma in a number separates thousands (1,234 is 1234): {0}."),
        })
        {
            var places = Numbers.Where(place => Commas[place] == meaning).ToList();
            if (places.Count > 0)
            {
                yield return string.Format(
                    CultureInfo.InvariantCulture, sentence, CsvNotes.Columns(places.ConvertAll(place => Names[place])));
            }
        }
    }

    /// <summary>The first rows, each number and each label as it was understood.</summary>
    public ImportSample Sample(CsvSurvey survey, Func<string, string> classOf) => new()
    {
        Rows =
        [
            .. survey.Shown.Select(row => (string[])
            [
                .. row.Select((field, place) => place == Label ? classOf(field)
                    : Commas[place] != CommaMeaning.None && CsvCell.Parse(field).IsNumber && field.Contains(',', StringComparison.Ordinal)
                        ? CsvCell.Parse(System.Text.Encoding.UTF8.GetBytes(field), Commas[place])
                            .ToString("R", CultureInfo.InvariantCulture)
                    : ImportFaults.Shown(field)),
            ]),
        ],
    };
}
