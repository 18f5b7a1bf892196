namespace Classroom.School.Runs;

/// <summary>What runs can be sorted by. Those that have no such value come last.</summary>
public enum RunOrder
{
    Created,
    Name,
    DataSet,
    State,
    Epochs,
    TrainLoss,
    ValLoss,
    ValAccuracy,
    Term,
}
