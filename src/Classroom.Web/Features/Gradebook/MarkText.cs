using System.Globalization;
using Classroom.School.Gradebook;

namespace Classroom.Web.Features.Gradebook;

/// <summary>Marks as people read them.</summary>
internal static class MarkText
{
    /// <summary>At most two decimals: "17.5".</summary>
    public static string Points(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>"17.5", "missing", "excused", or a dash where there is nothing yet.</summary>
    public static string Say(Mark mark) => mark.State switch
    {
        MarkState.Graded => Points(mark.Points ?? 0),
        MarkState.Missing => "missing",
        MarkState.Excused => "excused",
        MarkState.NotAssigned => "not assigned",
        _ => "–",
    };
}
