namespace Classroom.School.Progress;

/// <summary>The one place that decides how far someone has come with a term.</summary>
public static class Mastery
{
    /// <summary>The graded score, 0 to 1, from which a term counts as known.</summary>
    public const double Threshold = 0.8;

    /// <summary>A score below this, 0 to 1, means that a student needs help with an assignment.</summary>
    public const double Passing = 0.6;

    /// <summary>
    /// Only graded attempts can show mastery: practice tells what is wrong and gives the answer on request, so its last word
    /// is always 100 %. A high score reached without reading counts all the same: she knew it.
    /// </summary>
    /// <param name="bestScore">0 to 1, the best of all graded attempts; null without one.</param>
    /// <param name="hasExperiment">The term has an experiment, which then belongs to mastering it.</param>
    public static TermState Assess(bool isRead, bool hasPracticed, double? bestScore, bool hasExperiment, bool experimentDone) =>
        bestScore switch
        {
            >= Threshold when experimentDone || !hasExperiment => TermState.Mastered,
            not null => TermState.Practiced,
            null when hasPracticed => TermState.Practiced,
            _ => isRead ? TermState.Read : TermState.New,
        };
}
