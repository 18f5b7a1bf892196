namespace Classroom.School;

/// <summary>Why nothing was done. A service that refuses has stored nothing.</summary>
public abstract record Refusal(string Message)
{
    /// <summary>It does not exist, or this person may not know that it does.</summary>
    public sealed record NotFound() : Refusal("There is nothing here that you can open.");

    /// <summary>The request is at fault; <see cref="Faults"/> names everything that is.</summary>
    public sealed record Invalid(IReadOnlyList<Fault> Faults)
        : Refusal(string.Join(" ", Faults.Select(fault => fault.Message)))
    {
        public Invalid(string field, string message) : this([new Fault(field, message)]) { }
    }

    /// <summary>Someone else was faster, or the thing is no longer in a state that allows this.</summary>
    public sealed record Conflict(string Message) : Refusal(Message);

    /// <summary>More than this person may store; something must go first.</summary>
    public sealed record StorageExceeded(string Message) : Refusal(Message);

    /// <summary>Too much at once; worth another try after <see cref="RetryAfter"/>.</summary>
    public sealed record QuotaExceeded(string Message, TimeSpan RetryAfter) : Refusal(Message);
}
