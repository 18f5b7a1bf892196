namespace Classroom.School.Feedback;

/// <summary>Where feedback on one student's work for one assignment stands.</summary>
public enum FeedbackState
{
    /// <summary>Nothing is handed in, and nothing was written.</summary>
    None,

    /// <summary>She has handed in, and nobody has written to her.</summary>
    Needed,

    /// <summary>Somebody has written to her, and she has done nothing since.</summary>
    Given,

    /// <summary>She has begun or handed in something since somebody wrote to her.</summary>
    WorkedSince,
}
