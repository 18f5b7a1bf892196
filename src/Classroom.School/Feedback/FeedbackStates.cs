namespace Classroom.School.Feedback;

/// <summary>The one place that decides where feedback stands.</summary>
public static class FeedbackStates
{
    /// <param name="handedInUtc">The latest that she handed in; null without anything.</param>
    /// <param name="begunUtc">The latest that she began; null without anything.</param>
    /// <param name="notedUtc">The latest note; null without one.</param>
    public static FeedbackState Of(DateTime? handedInUtc, DateTime? begunUtc, DateTime? notedUtc) =>
        notedUtc is null ? handedInUtc is null ? FeedbackState.None : FeedbackState.Needed
        : handedInUtc > notedUtc || begunUtc > notedUtc ? FeedbackState.WorkedSince
        : FeedbackState.Given;

    /// <summary>A teacher has something to read.</summary>
    public static bool WaitsForTeacher(this FeedbackState state) => state is FeedbackState.Needed or FeedbackState.WorkedSince;
}
