using Classroom.Curriculum.Experiments;

namespace Classroom.School.Trials;

/// <summary>One walk of one person through an experiment: she predicts, runs and explains. Its runs name it.</summary>
public sealed class ExperimentTrial : IVersioned
{
    /// <summary>Characters of a prediction and of an answer.</summary>
    public const int LongestText = 200;

    public required Guid Id { get; init; }

    public required int UserId { get; init; }

    /// <summary>The <see cref="Experiment.Id"/>.</summary>
    public required string Slug { get; init; }

    public string TermSlug => Experiment.ParseTermSlug(Slug);

    /// <summary>The words of the choice, as they stood on the page.</summary>
    public required string Prediction { get; set; }

    /// <summary>When she predicted; of one person's trials of an experiment, no two are of the same moment.</summary>
    public required DateTime CreatedUtc { get; set; }

    /// <summary>When all runs had ended and all questions were answered rightly; null before.</summary>
    public DateTime? DoneUtc { get; set; }

    public int Version { get; set; }

    public List<ExperimentAnswer> Answers { get; } = [];
}
