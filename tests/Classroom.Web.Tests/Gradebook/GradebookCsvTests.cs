using System.Text;
using Classroom.Curriculum.Loading;
using Classroom.School.Assignments;
using Classroom.School.Gradebook;
using Classroom.School.People;
using Classroom.Web.Features.Gradebook.Files;
using CsvHelper;

namespace Classroom.Web.Tests.Gradebook;

/// <summary>Whatever people and assignments are called, a spreadsheet that opens the file runs nothing.</summary>
public sealed class GradebookCsvTests
{
    private static readonly Lazy<Curriculum.Curriculum> Terms =
        new(() => CurriculumLoader.Load(Classroom.Curriculum.Curriculum.DefaultFolder));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@x")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("=HYPERLINK(\"http://elsewhere.example\",\"a, b\")")]
    [InlineData("\"=1+1\"")]
    [InlineData(" =1+1")]
    [InlineData("a\r\nb")]
    [InlineData("a, b; \"c\"")]
    [InlineData("María, 李雷")]
    public void Names_and_titles_are_inert_and_read_back(string name)
    {
        var csv = GradebookCsv.Write(Named(name), Terms.Value);

        using var reader = CsvReader.Create(new MemoryStream(csv), new CsvReaderOptions { HasHeader = false });
        Assert.True(reader.Read());
        AssertInert($"{name} (3)", Field(reader, 3));
        Assert.True(reader.Read());
        Assert.Equal(["7", "12.5", "62.5"], new[] { 0, 3, 4 }.Select(place => Field(reader, place)));
        AssertInert(name, Field(reader, 1));
        AssertInert(name, Field(reader, 2));
        Assert.False(reader.Read());
        Assert.Equal(Encoding.UTF8.GetPreamble(), csv[..3]);
    }

    private static string Field(CsvReader reader, int place) => Encoding.UTF8.GetString(reader.GetSpan(place));

    private static void AssertInert(string wanted, string read)
    {
        Assert.DoesNotContain(read[0], "=+-@\t\r");
        Assert.Equal(wanted, read[0] == '\'' ? read[1..] : read);
    }

    private static ClassGradebook Named(string name) => new(
        1,
        name,
        [],
        [
            new AssignmentDetails(3, "overfitting", AssignmentKind.Quiz, CountedAttempt.Best, DateTime.UnixEpoch)
            {
                ClassId = 1,
                Title = name,
                Points = 20,
            },
        ],
        [
            new GradebookRow(
                new Person(7, name, name, Role.Student),
                [new Mark(MarkState.Graded, 12.5, 20)],
                new MarkTotal(0.625, 12.5, 20)),
        ]);
}
