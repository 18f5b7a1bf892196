namespace Classroom.Runs.Execution;

/// <summary>
/// Says which runs of a line train and which wait: each person has so many places, and a place holds one run of hers or up to
/// four of the same trial, which are there to be watched side by side.
/// </summary>
internal sealed class TrainingPlaces
{
    public const int RunsOfTrial = 4;

    private readonly Dictionary<int, int> taken = [];
    private readonly Dictionary<Guid, int> together = [];

    /// <summary>True where the run trains. To be asked of every run that is not paused, in the line's order.</summary>
    public bool Take(int owner, int places, Guid? trial)
    {
        if (trial is { } shared && together.TryGetValue(shared, out var beside))
        {
            together[shared] = beside + 1;
            return beside < RunsOfTrial;
        }

        var before = taken.GetValueOrDefault(owner);
        if (before >= places)
        {
            return false;
        }

        taken[owner] = before + 1;
        if (trial is { } begun)
        {
            together[begun] = 1;
        }

        return true;
    }
}
