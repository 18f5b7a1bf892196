using Classroom.School.Gradebook;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Classroom.Web.Features.Gradebook.Files;

/// <summary>A class's marks as an Excel workbook, in our own layout. Its cells are texts or numbers, never formulas.</summary>
public static class GradebookWorkbook
{
    private const int NameColumns = 3;

    public static byte[] Write(ClassGradebook gradebook, Curriculum.Curriculum curriculum)
    {
        using var bytes = new MemoryStream();
        var rows = OwnLayout.Rows(gradebook, curriculum)
            .Select(row => row.Index().ToDictionary(cell => $"{cell.Index}", cell => Rounded(cell.Item)));
        MiniExcel.SaveAs(
            bytes,
            rows,
            printHeader: false,
            sheetName: "Marks",
            configuration: new OpenXmlConfiguration { FreezeRowCount = 1, FreezeColumnCount = NameColumns, AutoFilter = false });
        return bytes.ToArray();
    }

    private static object? Rounded(object? cell) => cell is double points ? Math.Round(points, 2) : cell;
}
