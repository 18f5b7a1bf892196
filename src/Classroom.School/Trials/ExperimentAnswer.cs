namespace Classroom.School.Trials;

/// <summary>What came of one question about the experiment. She may try until it is right; the first answer is kept.</summary>
public sealed class ExperimentAnswer
{
    public Guid TrialId { get; init; }

    /// <summary>Its place among the experiment's questions, from 0.</summary>
    public required int Question { get; init; }

    /// <summary>As given or chosen, in words.</summary>
    public required string FirstAnswer { get; init; }

    public required bool FirstRight { get; init; }

    public required bool Right { get; set; }

    /// <summary>Answers up to the right one.</summary>
    public required int Tries { get; set; }
}
