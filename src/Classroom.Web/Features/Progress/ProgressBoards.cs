using Classroom.School;
using Classroom.School.Progress;

namespace Classroom.Web.Features.Progress;

/// <summary>
/// The progress of the classes that somebody on this node has open, each read once for all who look. Once a second, one small query a
/// class asks whether anything has changed, wherever it was changed: on this node, on another, or by a script.
/// </summary>
public sealed class ProgressBoards(
    ProgressService progress, ProgressStampReader stamps, TimeProvider clock, ILogger<ProgressBoards> logger)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, ProgressBoard> boards = [];

    /// <summary>A class's progress until the result is disposed; null for anyone but the class's teachers and admins.</summary>
    public async Task<ProgressWatch?> OpenAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        ProgressWatch watch;
        lock (gate)
        {
            if (!boards.TryGetValue(classId, out var board))
            {
                boards[classId] = board = new ProgressBoard(classId, progress, stamps, clock, logger);
            }

            watch = new ProgressWatch(actor, board, Close);
            board.Add(watch);
        }

        try
        {
            if (await watch.Board.RefreshAsync(watch, cancellationToken))
            {
                watch.Board.Follow();
                return watch;
            }
        }
        catch
        {
            watch.Dispose();
            throw;
        }

        watch.Dispose();
        return null;
    }

    private void Close(ProgressWatch watch)
    {
        lock (gate)
        {
            if (watch.Board.Remove(watch))
            {
                boards.Remove(watch.Board.ClassId);
                _ = watch.Board.DisposeAsync().AsTask();
            }
        }
    }
}
