namespace Classroom.Web.Features.Charts.Statistics;

/// <summary>How far the values of one run reach: all that its chart's axis needs to know of them.</summary>
public sealed class CurveExtent
{
    // Losses of a network that has learned nothing are of this size, in nats and as squared errors of scaled numbers.
    private const double Natural = 0.7;
    private const double Climb = 3;

    private double? start;

    /// <summary>The highest value of those that are not far above where the run began.</summary>
    public double Usual { get; private set; }

    public double Highest { get; private set; }

    /// <summary>Infinite where there is none.</summary>
    public double LowestAboveZero { get; private set; } = double.PositiveInfinity;

    public bool HasZero { get; private set; }

    public bool IsEmpty => start is null;

    public void Add(float? value)
    {
        if (value is not { } single || !float.IsFinite(single))
        {
            return;
        }

        double number = single;
        start ??= Math.Max(number, Natural);
        Highest = Math.Max(Highest, number);
        Usual = number <= Climb * start ? Math.Max(Usual, number) : Usual;
        LowestAboveZero = number > 0 ? Math.Min(LowestAboveZero, number) : LowestAboveZero;
        HasZero |= number <= 0;
    }
}
