using System.Text;
using Classroom.Web.Features.Rosters;

namespace Classroom.Web.Tests.Rosters;

public sealed class RosterFileTests
{
    [Fact]
    public void Letters_are_read_as_the_program_wrote_them_that_made_the_file()
    {
        const string Text = "Zoë Groß";
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(Text), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)], Encoding.Latin1.GetBytes(Text),
        ];
        Assert.All(files, file => Assert.Equal(Text, RosterFile.Decode(file).Value));
    }

    [Theory]
    [InlineData("PK\u0003\u0004 a workbook", "whole workbook")]
    [InlineData("Maria\0Lopez", "not a text file")]
    public void What_is_no_list_says_what_to_do(string content, string message)
    {
        var fault = Assert.IsType<Classroom.School.Refusal.Invalid>(RosterFile.Decode(Encoding.UTF8.GetBytes(content)).Refusal).Faults[0];
        Assert.Equal("files", fault.Field);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }
}
