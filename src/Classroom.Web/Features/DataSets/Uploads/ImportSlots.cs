using Classroom.School;

namespace Classroom.Web.Features.DataSets.Uploads;

/// <summary>
/// Unpacking and checking an upload takes a core and a disk, which lessons and runs need too: so only a few are read at once, and
/// the others wait for their turn in the order in which they came.
/// </summary>
public sealed class ImportSlots : IDisposable
{
    /// <summary>Imports at the same time.</summary>
    public const int Count = 2;

    /// <summary>Uploads that may wait; each of them takes up room on the disk.</summary>
    public const int MaxWaiting = 8;

    private readonly SemaphoreSlim free = new(Count);
    private int waiting;

    /// <summary>What a refusal says where too many wait already.</summary>
    public static Refusal Full { get; } = new Refusal.QuotaExceeded(
        $"{Count} uploads are being read and {MaxWaiting} more are waiting. Nothing was stored: try again in a minute.",
        TimeSpan.FromMinutes(1));

    /// <summary>Uploads that wait for their turn.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <returns>The slot, until it is disposed; null where too many wait already.</returns>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken = default)
    {
        if (!await free.WaitAsync(TimeSpan.Zero, CancellationToken.None) && !await WaitAsync(cancellationToken))
        {
            return null;
        }

        return new Slot(free);
    }

    public void Dispose() => free.Dispose();

    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref waiting) > MaxWaiting)
            {
                return false;
            }

            await free.WaitAsync(cancellationToken);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                free.Release();
            }
        }
    }
}
