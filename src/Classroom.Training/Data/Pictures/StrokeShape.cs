namespace Classroom.Training.Data.Pictures;

/// <summary>How a pen goes from point to point.</summary>
internal enum StrokeShape
{
    Straight,
    Smooth,
    Closed,
}
