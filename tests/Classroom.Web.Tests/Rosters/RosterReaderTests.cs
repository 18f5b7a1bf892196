using Classroom.School;
using Classroom.Web.Features.Rosters;
using CsCheck;

namespace Classroom.Web.Tests.Rosters;

/// <summary>Lists as teachers have them: typed, copied out of a spreadsheet, exported by another program.</summary>
public sealed class RosterReaderTests
{
    private static readonly Gen<string> Hostile =
        Gen.String[Gen.Char["ab \t,;\"'\r\n\0\u0007\u202E\uFEFF=,nameuser"], 0, 60];

    [Theory]
    [InlineData("Maria Lopez\r\n\r\n  Ben Carter \rZoë\n", "1 Maria Lopez", "3 Ben Carter", "4 Zoë")]
    [InlineData("\uFEFFName\nMaria Lopez", "2 Maria Lopez")]
    [InlineData("name,user name\nMaria Lopez,maria\nBen Carter,", "2 Maria Lopez=maria", "3 Ben Carter")]
    [InlineData("sep=;\nName;Login\n\"Lopez; Maria\";m", "3 Lopez; Maria=m")]
    [InlineData("Last name,First name,User_Name\nLopez,Maria,m.l", "2 Maria Lopez=m.l")]
    [InlineData("First\tLast\nMaria\tLopez\nBen\t", "2 Maria Lopez", "3 Ben")]
    [InlineData("\"Last, First\",ID\n\"Lopez, Maria\",7\n,\n\"Carter, Ben\",8", "2 Maria Lopez", "4 Ben Carter")]
    [InlineData("Student\nLopez", "2 Lopez")]
    [InlineData("Maria Lopez\tmaria\nBen Carter\n\"Dwayne \"\"Rock\"\"\"\td", "1 Maria Lopez=maria", "2 Ben Carter", "3 Dwayne \"Rock\"=d")]
    [InlineData("Dwayne \"The Rock\"", "1 Dwayne \"The Rock\"")]
    [InlineData("=1+1\n@x", "1 =1+1", "2 @x")]
    public void Names_are_found_with_their_lines(string text, params string[] expected) =>
        Assert.Equal(expected, Read(text).Lines.Select(line =>
            $"{line.Line} {line.Name}{(line.UserName is null ? "" : $"={line.UserName}")}"));

    [Fact]
    public void Last_name_first_is_understood_where_it_is_said_and_asked_about_where_it_is_not()
    {
        var said = Read("Lopez, Maria\nZoë", isLastFirst: true).Lines;
        Assert.Equal([("Maria Lopez", false), ("Zoë", true)], said.Select(line => (line.Name, line.Note is not null)));

        var asked = Read("Lopez, Maria\nKing, Jr., Martin").Lines;
        Assert.Equal(["Lopez, Maria", "King, Jr., Martin"], asked.Select(line => line.Name));
        Assert.Contains("\"Maria Lopez\"", asked[0].Note, StringComparison.Ordinal);
        Assert.Contains("If these are columns", asked[1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void How_columns_were_read_is_said_and_lines_that_do_not_fit_are_named()
    {
        Assert.Null(Read("Maria").Reading);
        Assert.Contains("first name, last name, and user name", Read("first;last;user\nM;L;x").Reading, StringComparison.Ordinal);
        Assert.Contains("are: name and user name.", Read("name,user\nM,x").Reading, StringComparison.Ordinal);
        Assert.Contains("The first column was read as the name", Read("Maria\tLopez").Reading, StringComparison.Ordinal);
        var lines = Read("name,user\nLopez, Maria, m\n\"Ben,b").Lines;
        Assert.Contains("more columns", lines[0].Note, StringComparison.Ordinal);
        Assert.Contains("no partner", lines[1].Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no name in the list")]
    [InlineData(" \n\t\n,,\n", "no name in the list")]
    [InlineData("Name,User name\n", "no name below the first line")]
    public void A_list_without_names_says_so(string text, string message) =>
        Assert.Contains(message, RosterReader.Read(text, false).Refusal!.Message, StringComparison.Ordinal);

    [Fact]
    public void Too_many_lines_are_counted_and_not_read()
    {
        Assert.Equal(100, Read("Name\n" + Lines(100)).Lines.Count);
        foreach (var count in new[] { 101, 10_000 })
        {
            Assert.Contains($"{count:N0} names", RosterReader.Read(Lines(count), false).Refusal!.Message, StringComparison.Ordinal);
        }

        var endless = Assert.Single(Read(new string('x', 400_000)).Lines);
        Assert.InRange(endless.Name.Length, 101, 1000);
    }

    [Fact]
    public void Whatever_is_pasted_there_is_an_answer() => Hostile.Sample(text =>
    {
        var read = RosterReader.Read(text, isLastFirst: text.Length % 2 == 0);
        return read.Succeeded
            ? read.Value.Lines.All(line => line.Line >= 1 && line.Name is not null)
            : read.Refusal is Refusal.Invalid;
    });

    private static RosterList Read(string text, bool isLastFirst = false) => RosterReader.Read(text, isLastFirst).Value!;

    private static string Lines(int count) => string.Join('\n', Enumerable.Range(1, count).Select(number => $"Student {number}"));
}
