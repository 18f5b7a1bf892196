namespace Classroom.Web.Features.Charts;

/// <summary>How the reader wants to see a chart.</summary>
public sealed record CurveView
{
    public CurveAxis Axis { get; init; }

    /// <summary>A logarithmic axis for the values.</summary>
    public bool Log { get; init; }

    /// <summary>A running mean in front, the raw curve pale behind it.</summary>
    public bool Smooth { get; init; }

    /// <summary>Also what is so far beyond the rest that it flattens it.</summary>
    public bool Everything { get; init; }

    public static string Words(CurveAxis axis) => axis switch
    {
        CurveAxis.Step => "training step",
        CurveAxis.Epoch => "epoch",
        _ => "examples seen",
    };
}
