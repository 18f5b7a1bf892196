namespace Classroom.Training.Settings.Table;

/// <summary>The parts of a run's description, in their order.</summary>
public enum DescriptionPart
{
    None,
    Network,
    Origin,
    Start,
    Updates,
    Length,
}
