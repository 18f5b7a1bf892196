namespace Classroom.Web.Features.ItemAnalysis;

/// <summary>What the questions can be sorted by.</summary>
public enum ItemColumn
{
    /// <summary>As the lessons have them.</summary>
    Question,
    Attempts,
    Facility,
    Deviation,
    Discrimination,
    Efficiency,
    Blank,
}
