using Classroom.Training.Data;

namespace Classroom.Training.Export;

/// <summary>
/// The part of a model.py that reads a file of numbers: as the table was read that the network learned from, where it was one.
/// </summary>
internal static class PythonTable
{
    // Built-in data sets come from no file: whoever asks writes one of their own.
    private const string OfAnyTable = """"
        def read_numbers(path):
            """A row for each example, from a JSON or a CSV file. The first line of a CSV file may be names."""
            text = Path(path).read_text(encoding="utf-8-sig")
            if text.lstrip().startswith("["):
                return json.loads(text)
            rows = [row for row in csv.reader(text.split("\n")) if row]
            try:
                [float(cell) for cell in rows[0]]
            except (IndexError, ValueError):
                rows = rows[1:]
            return [[float(cell) for cell in row] for row in rows]
        """";

    /// <summary>How the table was read; nothing where there was none.</summary>
    public static IReadOnlyList<(string Comment, string Value)> Constants(DataSetInfo data)
    {
        if (data.Reading is not { Columns.Count: > 0 } reading)
        {
            return [];
        }

        var constants = new List<(string Comment, string Value)>
        {
            ("How the table was read that the network learned from. It may be read again with or without the column of labels.",
                $"ENCODING = {PythonText.Literal(PythonEncoding(reading.Taken.Encoding))}\n"
                + $"SEPARATOR = {Character(reading.Taken.Separator)}\n"
                + $"NAMES = {(reading.Taken.Header == true ? "True  # the first line" : "False")}\n"
                + PythonText.List("TABLE", reading.Columns.Select(column => PythonText.Literal(column.InFile ?? column.Name))) + "\n"
                + $"LABEL = {reading.Columns.Index().First(column => column.Item.IsLabel).Index}  # the column's place, from 0"),
        };
        if (reading.Columns.Any(column => column.Comma != CommaMeaning.None))
        {
            constants.Add(
                ("What a comma within a number becomes, for each column.", PythonText.List("COMMAS", reading.Columns.Select(Comma))));
        }

        if (reading.White is { } white)
        {
            constants.Add(("The number that is white in the table.", $"WHITE = {white}"));
        }

        if (IsTransposed(reading))
        {
            constants.Add(("Each row of the table holds a picture of so many pixels a side, column by column.", $"SIDE = {data.Shape[0]}"));
        }

        return constants;
    }

    public static string ReadNumbers(DataSetInfo data)
    {
        if (data.Reading is not { Columns.Count: > 0 } reading)
        {
            return OfAnyTable;
        }

        var clean = reading.Columns.Any(column => column.Comma != CommaMeaning.None) ? "cell.replace(\",\", COMMAS[place])" : "cell";
        var number = reading.White is null or byte.MaxValue ? $"float({clean})" : $"round(float({clean}) * 255 / WHITE)";
        var upright = IsTransposed(reading)
            ? "\n        examples[-1] = [examples[-1][x * SIDE + y] for y in range(SIDE) for x in range(SIDE)]"
            : "";
        return $""""
            def read_numbers(path):
                """A row for each example, from a JSON file or a table like the one that the network learned from."""
                if path.lower().endswith(".json"):
                    return json.loads(Path(path).read_text(encoding="utf-8-sig"))
                lines = Path(path).read_text(encoding=ENCODING).split("\n")
                if lines[0].strip() == "sep=" + SEPARATOR:
                    lines = lines[1:]
                rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=SEPARATOR, skipinitialspace=True) if row]
                numbers = [place for place in range(len(TABLE)) if place != LABEL]
                if NAMES and rows and rows[0] in (TABLE, [TABLE[place] for place in numbers]):
                    rows = rows[1:]
                examples = []
                for row in rows:
                    if len(row) == len(TABLE):
                        row = [row[place] for place in numbers]
                    if len(row) != len(numbers):
                        raise ValueError(f"A row has {"{len(row)}"} fields; expected {"{len(numbers)}"} numbers, and the label if you like: {"{row}"}")
                    examples.append([{number} for place, cell in zip(numbers, row)]){upright}
                return examples
            """";
    }

    private static bool IsTransposed(DataSetReading reading) => reading.Taken.Orientation == PictureOrientation.Transposed;

    private static string Comma(ReadColumn column) => column.Comma switch
    {
        CommaMeaning.Decimal => "\".\"",
        CommaMeaning.Thousands => "\"\"",
        _ => "\",\"",
    };

    private static string PythonEncoding(string? encoding) => encoding switch
    {
        "utf-16" or "utf-16le" or "utf-16be" => encoding,
        "windows-1252" => "cp1252",
        _ => "utf-8-sig",
    };

    private static string Character(string? separator) => separator == "\t" ? "\"\\t\"" : PythonText.Literal(separator ?? ",");
}
