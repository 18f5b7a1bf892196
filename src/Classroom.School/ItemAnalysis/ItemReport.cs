using Classroom.School.Assignments;

namespace Classroom.School.ItemAnalysis;

/// <summary>How the questions of a class's quizzes worked.</summary>
public sealed record ItemReport
{
    public required string ClassName { get; init; }

    /// <summary>Those of the class that have a quiz, by due date.</summary>
    public required IReadOnlyList<AssignmentDetails> Assignments { get; init; }

    /// <summary>The attempts that were looked at.</summary>
    public required int Attempts { get; init; }

    /// <summary>The questions that these attempts had, as the curriculum orders them; without those that have left the bank.</summary>
    public required IReadOnlyList<AnalyzedItem> Items { get; init; }

    /// <summary>One for each quiz whose term has an experiment.</summary>
    public required IReadOnlyList<ExperimentEffect> Experiments { get; init; }
}
