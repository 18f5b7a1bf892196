namespace Classroom.Web.Features.ProbeViews;

/// <summary>A neuron or an input in the drawing.</summary>
public sealed record Neuron(int Column, int Index, string Name, double X, double Y, double Radius, float? Bias)
{
    private const int LongestName = 10;

    /// <summary>As much as there is room for beside the drawing.</summary>
    public string ShortName => Name.Length <= LongestName ? Name : Name[..(LongestName - 1)] + "…";
}
