using System.Buffers;
using System.Globalization;
using Classroom.School;
using Classroom.School.Accounts;
using CsvHelper;

namespace Classroom.Web.Features.Rosters;

/// <summary>
/// Reads a list of students: one name a line, a table whose first line names its columns, or columns as a spreadsheet copies them. What
/// could be read in two ways is read in the plainer one, with a question beside the line.
/// </summary>
public static class RosterReader
{
    /// <summary>Of one line; far more than a name may have, so that nothing that fits is cut.</summary>
    private const int LongestLine = 1000;

    private const string UnclosedQuote = "A quotation mark in this line has no partner. Check the name.";

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t,;\"\u00A0");

    private static readonly char[] Separators = ['\t', ',', ';'];

    /// <param name="text">As it was pasted, or as it stands in the file.</param>
    /// <param name="isLastFirst">Said so by whoever pasted it: each line is last name, comma, first name.</param>
    public static Outcome<RosterList> Read(string text, bool isLastFirst)
    {
        var lines = Split(text.TrimStart('\uFEFF'));
        if (lines.Count == 0)
        {
            return new Refusal.Invalid("text", "There is no name in the list. Type or paste one name on each line.");
        }

        foreach (var separator in Separators)
        {
            if (RosterColumns.Find(Fields(lines[0].Text, separator).Fields) is { } columns)
            {
                return Limited([.. lines.Skip(1)], rows => Table(rows, separator, columns));
            }
        }

        return Limited(lines, rows => rows.Exists(line => line.Text.Contains('\t', StringComparison.Ordinal))
            ? Columns(rows)
            : new RosterList([.. rows.Select(line => isLastFirst ? Turned(line) : Plain(line))], null));
    }

    /// <summary>"Lopez, Maria" is Maria Lopez.</summary>
    internal static string Turn(string name) => name.Split(',') is [var last, var first] ? $"{first.Trim()} {last.Trim()}".Trim() : name;

    private static Outcome<RosterList> Limited(
        List<(int Number, string Text)> lines, Func<List<(int Number, string Text)>, RosterList> read) => lines.Count switch
        {
            0 => new Refusal.Invalid("text", "There is no name below the first line, which says what the columns are."),
            > ClassAccountService.MostPeople => new Refusal.Invalid(
                "text",
                $"These are {lines.Count.ToString("N0", CultureInfo.InvariantCulture)} names, and at most {ClassAccountService.MostPeople} fit at "
                    + "once. Add the first ones now, then the others."),
            _ => read(lines),
        };

    private static RosterList Table(List<(int Number, string Text)> lines, char separator, RosterColumns columns) => new(
        [
            .. lines.Select(line =>
            {
                var (fields, isUnclosed) = Fields(line.Text, separator);
                return new StudentLine(
                    line.Number,
                    columns.NameIn(fields),
                    columns.UserNameIn(fields),
                    isUnclosed ? UnclosedQuote
                        : fields.Count > columns.Count ? "This line has more columns than the first one. Check the name and the user name."
                        : null);
            }),
        ],
        $"The first line says what the columns are: {columns.Say()}.");

    private static RosterList Columns(List<(int Number, string Text)> lines) => new(
        [
            .. lines.Select(line =>
            {
                var (fields, isUnclosed) = Fields(line.Text, '\t');
                return new StudentLine(
                    line.Number, fields[0], fields.Count > 1 && fields[1].Length > 0 ? fields[1] : null, isUnclosed ? UnclosedQuote : null);
            }),
        ],
        "The first column was read as the name, the second as the user name. If they are something else, start over with a line above them "
            + "that says what they are, such as First name and Last name.");

    private static StudentLine Plain((int Number, string Text) line) => new(
        line.Number,
        line.Text,
        Note: line.Text.IndexOfAny([',', ';']) < 0 ? null
            : Turn(line.Text) is var turned && turned != line.Text
                ? $"There is a comma in this line. If the last name comes first, change it to \"{Shortened(turned)}\"."
                : "There is a comma or a semicolon in this line. If these are columns, start over with a line above them that says what they "
                    + "are.");

    private static StudentLine Turned((int Number, string Text) line) => Turn(line.Text) is var turned && turned != line.Text
        ? new(line.Number, turned)
        : new(line.Number, line.Text, Note: "There is not one comma in this line, so it was left as it is.");

    /// <summary>Those in which something stands.</summary>
    private static List<(int Number, string Text)> Split(string text)
    {
        var lines = new List<(int, string)>();
        using var reader = new StringReader(text);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            // A spreadsheet's empty rows, and the line by which some tell what stands between the fields.
            if (line.AsSpan().ContainsAnyExcept(Blanks) && !(number == 1 && line.StartsWith("sep=", StringComparison.Ordinal)))
            {
                var trimmed = line.Trim(' ');
                lines.Add((number, trimmed.Length > LongestLine ? trimmed[..LongestLine] : trimmed));
            }
        }

        return lines;
    }

    private static (IReadOnlyList<string> Fields, bool IsUnclosed) Fields(string line, char separator)
    {
        string[] plain = line.Split(separator, StringSplitOptions.TrimEntries);
        // The reader would take the rest of the line into the field.
        if (line.Count(character => character == '"') % 2 == 1)
        {
            return (plain, true);
        }

        try
        {
            using var reader = CsvReader.FromText(line, new CsvReaderOptions
            {
                HasHeader = false,
                Separator = separator,
                AllowLineBreaksInQuotes = false,
                TrimWhitespace = true,
            });
            if (reader.Read())
            {
                return ([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).Select(field => field.Trim())], false);
            }
        }
        catch (CsvFormatException)
        {
            // Not quoted as tables are, so it is taken as it stands.
        }

        return (plain, true);
    }

    private static string Shortened(string name) => name.Length > PeopleService.LongestDisplayName ? $"{name[..40]}…" : name;
}
