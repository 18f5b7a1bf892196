namespace Classroom.School.Accounts;

/// <summary>
/// Lets one class of new secrets be hashed at a time. Hashing is slow on purpose, and several classes at once would take the processor
/// from everybody.
/// </summary>
public sealed class HashingTurns : IDisposable
{
    private const int MostWaiting = 8;

    private readonly SemaphoreSlim turn = new(1);
    private int waiting;

    internal static Refusal TooManyWait { get; } = new Refusal.QuotaExceeded(
        "Several classes are getting new passwords or pictures at this moment. Nothing was stored: try again in half a minute.",
        TimeSpan.FromSeconds(30));

    public void Dispose() => turn.Dispose();

    /// <summary>Null where too many wait already.</summary>
    internal async Task<T?> TakeAsync<T>(Func<T> hash, CancellationToken cancellationToken)
        where T : class
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return null;
        }

        try
        {
            await turn.WaitAsync(cancellationToken);
            try
            {
                return hash();
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}
