namespace Classroom.School.Review;

/// <summary>How well a question was remembered; the numbers are FSRS's.</summary>
public enum ReviewRating
{
    /// <summary>Forgotten, or answered wrongly.</summary>
    Again = 1,

    /// <summary>Remembered with help or serious effort.</summary>
    Hard = 2,

    /// <summary>Remembered.</summary>
    Good = 3,

    /// <summary>Remembered at once.</summary>
    Easy = 4,
}
