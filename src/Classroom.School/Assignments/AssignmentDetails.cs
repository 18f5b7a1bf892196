namespace Classroom.School.Assignments;

/// <summary>An assignment as it stands.</summary>
public sealed record AssignmentDetails(int Id, string Slug, AssignmentKind Kind, CountedAttempt Counts, DateTime DueUtc)
{
    public required int ClassId { get; init; }

    /// <summary>Of its class, by which its days and hours are meant: an IANA name, or null for the school's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Null where the term's name says it.</summary>
    public string? Title { get; init; }

    public int Points { get; init; }

    /// <summary>Null for as many as a student likes.</summary>
    public int? AttemptsAllowed { get; init; }

    public DateTime? OpensUtc { get; init; }

    public DateTime? ClosesUtc { get; init; }

    /// <summary>For one graded attempt; null for no limit.</summary>
    public int? Minutes { get; init; }

    /// <summary>Where this is what one student has: the minutes that the class has.</summary>
    public int? MinutesOfClass { get; init; }

    public LatePolicy Late { get; init; }

    public bool IsForSome { get; init; }

    public Release ScoresFrom { get; init; }

    public Release AnswersFrom { get; init; } = Release.AfterDue;

    /// <summary>Null while its marks are held.</summary>
    public DateTime? PostedUtc { get; init; }

    public int? CategoryId { get; init; }

    /// <summary>An assignment of its class that a student has to do first; null for none.</summary>
    public int? AfterId { get; init; }

    /// <summary>The score to reach in that one; null where doing it is enough.</summary>
    public int? AfterPercent { get; init; }

    /// <summary>Null where it is in no list.</summary>
    public ListStep? List { get; init; }

    /// <summary>Students do not see it yet.</summary>
    public bool IsDraft { get; init; }

    public int Version { get; init; }

    /// <summary>Of a task; null for none.</summary>
    public string? Instructions { get; init; }

    /// <summary>Of a task: the settings to begin with; null for the usual ones.</summary>
    public string? ConfigJson { get; init; }

    /// <summary>What a run has to reach; null where it is no task.</summary>
    public TaskGoal? Goal { get; init; }

    /// <summary>No run that was made before can be handed in for it.</summary>
    public DateTime GivenUtc { get; init; }

    /// <summary>It may be locked for a student until she has done something else.</summary>
    public bool HasPrerequisites => AfterId is not null || List is { IsSequential: true };

    /// <summary>Its score comes from the term's graded quiz.</summary>
    public bool HasQuiz => Kind is AssignmentKind.Lesson or AssignmentKind.Quiz;

    /// <summary>Work is handed in, and may be handed in more than once.</summary>
    public bool HasAttempts => HasQuiz || Kind == AssignmentKind.Task;

    internal static AssignmentDetails From(Assignment assignment) =>
        new(assignment.Id, assignment.Slug, assignment.Kind, assignment.Counts, assignment.DueUtc)
        {
            ClassId = assignment.ClassId,
            TimeZone = assignment.Class.TimeZone,
            Title = assignment.Title,
            Points = assignment.Points,
            AttemptsAllowed = assignment.AttemptsAllowed,
            OpensUtc = assignment.OpensUtc,
            ClosesUtc = assignment.ClosesUtc,
            Minutes = assignment.Minutes,
            Late = new(assignment.LatePercentPerDay, assignment.LateFloorPercent),
            IsForSome = assignment.IsForSome,
            ScoresFrom = assignment.ScoresFrom,
            AnswersFrom = assignment.AnswersFrom,
            PostedUtc = assignment.PostedUtc,
            CategoryId = assignment.CategoryId,
            AfterId = assignment.AfterId,
            AfterPercent = assignment.AfterId is null ? null : assignment.AfterPercent,
            List = assignment.List is { } list ? new(list.Id, list.Title, list.IsSequential, assignment.Position) : null,
            IsDraft = assignment.IsDraft,
            Version = assignment.Version,
            Instructions = assignment.Instructions,
            ConfigJson = assignment.ConfigJson,
            Goal = TaskGoal.FromJson(assignment.GoalJson),
            GivenUtc = assignment.OpensUtc > assignment.CreatedUtc ? assignment.OpensUtc.Value : assignment.CreatedUtc,
        };

    /// <summary>As it is for one student.</summary>
    internal AssignmentDetails For(Allowance mine) => this with
    {
        DueUtc = mine.DueUtc,
        ClosesUtc = mine.ClosesUtc,
        AttemptsAllowed = mine.Attempts,
        Minutes = mine.Minutes,
        MinutesOfClass = Minutes,
    };

    /// <summary>Its title, or else its term's name.</summary>
    public string NameIn(Curriculum.Curriculum curriculum) => Title ?? curriculum.Find(Slug)?.Name ?? Slug;

    /// <summary>Whether work on it is taken at this moment.</summary>
    public bool IsOpen(DateTime utc) => !(utc < OpensUtc) && !(utc >= ClosesUtc);
}
