namespace Classroom.Training.Measures;

/// <summary>How the number of a measure is to be read.</summary>
public enum MeasureUnit
{
    /// <summary>A part of a whole, 0 to 1.</summary>
    Share,

    /// <summary>In nats, or a squared error.</summary>
    Loss,

    /// <summary>Whole things: steps, epochs, weights.</summary>
    Count,

    Seconds,

    /// <summary>How many times as much.</summary>
    Factor,

    /// <summary>1 for yes, 0 for no.</summary>
    YesNo,
}
