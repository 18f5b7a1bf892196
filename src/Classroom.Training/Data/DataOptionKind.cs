namespace Classroom.Training.Data;

/// <summary>What an option takes.</summary>
public enum DataOptionKind
{
    Whole,
    Number,
    One,
    Several,
}
