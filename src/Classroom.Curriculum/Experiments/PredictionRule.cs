namespace Classroom.Curriculum.Experiments;

/// <summary>How the student's own runs tell which choice of a prediction came true.</summary>
public abstract record PredictionRule
{
    /// <summary>Every measure that it asks for, with its level.</summary>
    public abstract IEnumerable<(string Measure, double Level)> Measures { get; }
}
