namespace Classroom.Web.Features.Charts;

/// <summary>What runs along a chart's lower edge.</summary>
public enum CurveAxis
{
    Step,
    Epoch,
    Examples,
}
