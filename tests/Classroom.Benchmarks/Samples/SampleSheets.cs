using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;

namespace Classroom.Benchmarks;

/// <summary>Draws what the README of Classroom.Training shows: a sheet of examples of each built-in data set.</summary>
public static class SampleSheets
{
    private const int PicturesAcross = 12;
    private const int MostPictures = 156;

    public static int Draw(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var data in BuiltInDataSets.List.Select(info => BuiltInDataSets.Get(info.Id)!))
        {
            var (ending, sheet) = data.Kind switch
            {
                DataSetKind.Image => ("png", Pictures(data)),
                DataSetKind.Table => ("svg", SvgSheets.Points(data)),
                DataSetKind.Sequence => ("svg", SvgSheets.Curves(data)),
                _ => ("svg", SvgSheets.Text(data)),
            };
            var path = Path.Combine(folder, $"{data.Id}.{ending}");
            File.WriteAllBytes(path, sheet);
            Console.WriteLine($"{path}: {sheet.Length:N0} bytes");
        }

        return 0;
    }

    // Half a row or a whole one for each class.
    private static byte[] Pictures(DataSet data)
    {
        var (height, width, classes) = (data.Shape[0], data.Shape[1], data.Classes.Count);
        var each = classes * PicturesAcross <= MostPictures ? PicturesAcross : PicturesAcross / 2;
        var rows = classes * each / PicturesAcross;
        var sheet = new byte[rows * height * PicturesAcross * width];
        for (var place = 0; place < classes * each; place++)
        {
            var example = (place / each) + (place % each * classes);
            var (row, column) = Math.DivRem(place, PicturesAcross);
            for (var y = 0; y < height; y++)
            {
                data.Values.Span.Slice(((example * height) + y) * width, width)
                    .CopyTo(sheet.AsSpan((((row * height) + y) * PicturesAcross * width) + (column * width)));
            }
        }

        return GreyPng.Write(sheet, PicturesAcross * width);
    }
}
