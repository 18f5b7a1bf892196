using Classroom.Naming;
using Classroom.School.DataSets;
using Classroom.Training.Data;

namespace Classroom.Web.Features.DataSets;

/// <summary>A data set in words.</summary>
public static class DataSetText
{
    public static string Kind(DataSetInfo info) => info.Kind switch
    {
        DataSetKind.Text => "text",
        DataSetKind.Image => "pictures",
        DataSetKind.Sequence => "sequences",
        _ => "rows of numbers",
    };

    /// <summary>The size of one example.</summary>
    public static string Example(DataSetInfo info) => info.Kind switch
    {
        DataSetKind.Text => Counted.Format(info.Shape[0], "character"),
        DataSetKind.Image => $"{info.Shape[0]} × {info.Shape[1]} pixels",
        DataSetKind.Sequence => Counted.Format(info.Shape[0], "measurement"),
        _ => Counted.Format(info.Shape[0], "number"),
    };

    /// <summary>What depends on a data set, and what becomes of that when it goes.</summary>
    public static string Depends(DataSetUse use)
    {
        if (use.Runs == 0)
        {
            return "No run has used it.";
        }

        var used = $"{Counted.Format(use.Runs, "run")} of {Counted.Format(use.People, "person", "people")} used it; "
            + $"{(use.Runs == 1 ? "it keeps its curve and its page" : "they keep their curves and their pages")}.";
        return use.Unfinished == 0
            ? used
            : $"{used} {Counted.Format(use.Unfinished, "run")} of them {(use.Unfinished == 1 ? "is" : "are")} not finished and will "
                + "continue.";
    }
}
