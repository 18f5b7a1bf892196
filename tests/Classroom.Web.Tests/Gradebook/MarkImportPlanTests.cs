using System.IO.Compression;
using System.Text;
using Classroom.Curriculum.Loading;
using Classroom.School.Assignments;
using Classroom.School.Gradebook;
using Classroom.School.People;
using Classroom.Web.Features.Gradebook.Files;

namespace Classroom.Web.Tests.Gradebook;

/// <summary>Files of marks that come back: what they change, and everything that is wrong with them.</summary>
public sealed class MarkImportPlanTests
{
    private const string Head = "Student ID,User name,Name,Test (3),Overfitting (4),Total percent\r\n";

    private static readonly Lazy<Curriculum.Curriculum> Terms =
        new(() => CurriculumLoader.Load(Classroom.Curriculum.Curriculum.DefaultFolder));

    [Fact]
    public void Each_layout_that_can_come_back_comes_back_unchanged()
    {
        foreach (var file in new[]
        {
            GradebookCsv.Write(Book(), Terms.Value), GradebookWorkbook.Write(Book(), Terms.Value),
            GradebookCsv.Write(CanvasLayout.Rows(Book(), Terms.Value), hasMark: false),
        })
        {
            var plan = Plan(file);

            Assert.Empty(plan.Changes);
            Assert.Empty(plan.Problems);
            Assert.Equal(3, plan.Unchanged);
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@x")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("{=1+1}")]
    public void A_workbook_holds_texts_and_numbers_and_no_formula(string name)
    {
        var book = GradebookWorkbook.Write(Book(name), Terms.Value);

        using var archive = new ZipArchive(new MemoryStream(book));
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = sheet.ReadToEnd();
        Assert.DoesNotContain("<x:f", xml, StringComparison.Ordinal);
        Assert.Contains($"t=\"str\" s=\"2\"><x:v>{name}</x:v>", xml, StringComparison.Ordinal);
        Assert.Contains("t=\"n\" s=\"2\"><x:v>12.5</x:v>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_numbers_are_found_also_with_semicolons_and_decimal_commas()
    {
        var plan = Plan("Student ID;User name;Name;Test (3);Total percent\r\n7;ana;Ana;13,25;1\r\n8;bo;Bo;20;\r\n");

        Assert.Empty(plan.Problems);
        Assert.Equal(
            [(2, 7, 3, 12.5, 13.25), (3, 8, 3, null, 20)],
            plan.Changes.Select(mark => mark.Change)
                .Select(change => (change.Line, change.StudentId, change.AssignmentId, change.Seen, change.Points)));
    }

    [Fact]
    public void Everything_that_is_wrong_is_named_with_its_line()
    {
        var plan = Plan(
            Head.Replace("Overfitting (4)", "Other (99)", StringComparison.Ordinal)
                + "7,ana,Ana,ten,,\r\n8,ana,Bo,12,,\r\n99,zoe,Zoe,12,,\r\n7,ana,Ana,13,,\r\n"
                + "8,bo,Bo,\"1,500\",,\r\n9,cy,Cy,5,,\r\nx,,,1,,\r\n");

        Assert.Empty(plan.Changes);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], plan.Problems.Select(problem => problem.Line));
        string[] said =
        [
            "\"Other (99)\" is no assignment", "\"ten\" is no mark", "is that of bo", "no student with the ID \"99\"",
            "in line 2 already", "two ways", "excused", "no student with the ID \"x\"",
        ];
        Assert.All(plan.Problems.Zip(said), pair => Assert.Contains(pair.Second, pair.First.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1001")]
    public void Points_out_of_range_are_refused(string points) =>
        Assert.Contains("from 0 to 1000", Assert.Single(Plan($"{Head}7,ana,Ana,{points},,\r\n").Problems).Message);

    [Fact]
    public void Canvas_has_ids_of_its_own_so_its_columns_are_found_by_title()
    {
        var plan = Plan(
            "Student,ID,SIS User ID,SIS Login ID,Section,Test (4),Homework (9),Current Score,Unposted Final Score\r\n"
                + ",,,,,Manual Posting,,,\r\n    Points Possible,,,,,20,10,(read only),(read only)\r\n"
                + "Ana,901,,ana,7b,15,1,75,75\r\nBo,902,,BO,7b,EX,,,\r\nNew,903,,new,7b,1,,,\r\n");

        Assert.Equal((3, 15.0), (Assert.Single(plan.Changes).Change.AssignmentId, plan.Changes[0].Change.Points));
        Assert.Equal([1, 5, 6], plan.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void A_small_file_that_unpacks_to_a_huge_one_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            for (var i = 0; i < 40; i++)
            {
                part.Write(new byte[1024 * 1024]);
            }
        }

        var (sheet, fault) = MarkSheetReader.Read(bytes.ToArray());

        Assert.Null(sheet);
        Assert.Contains("cannot be read", fault);
    }

    private static MarkImportPlan Plan(string csv) => Plan(Encoding.UTF8.GetBytes(csv));

    private static MarkImportPlan Plan(byte[] file)
    {
        var (sheet, fault) = MarkSheetReader.Read(file);
        Assert.Null(fault);
        return MarkImportPlan.From(sheet!, Book(), Terms.Value);
    }

    private static ClassGradebook Book(string ana = "Ana") => new(
        1,
        "7b",
        [],
        [Assignment(3) with { Title = "Test" }, Assignment(4)],
        [
            Row(7, "ana", ana, MarkState.Graded, 12.5), Row(8, "bo", "Bo", MarkState.Missing, null),
            Row(9, "cy", "Cy", MarkState.Excused, null),
        ]);

    private static AssignmentDetails Assignment(int id) =>
        new(id, "overfitting", AssignmentKind.Quiz, CountedAttempt.Best, DateTime.UnixEpoch) { ClassId = 1, Points = 20 };

    private static GradebookRow Row(int id, string userName, string name, MarkState state, double? points) => new(
        new Person(id, userName, name, Role.Student),
        [new Mark(state, points, 20), new Mark(state == MarkState.Excused ? state : MarkState.NotYetDue, null, 20)],
        new MarkTotal(points / 20, points ?? 0, 20));
}
