using Classroom.School;
using Classroom.School.Progress;

namespace Classroom.Web.Features.Progress;

/// <summary>One open page's look at a class's progress.</summary>
public sealed class ProgressWatch : IDisposable
{
    private readonly TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<ProgressWatch> close;

    internal ProgressWatch(Actor actor, ProgressBoard board, Action<ProgressWatch> close) =>
        (Actor, Board, this.close) = (actor, board, close);

    internal Actor Actor { get; }

    internal ProgressBoard Board { get; }

    /// <summary>The right to look was found to be gone.</summary>
    public bool IsLost => lost.Task.IsCompleted;

    /// <summary>What there is, and what ends once there is more to show or the right to look is gone.</summary>
    public (ClassProgress Progress, Task Change) Read()
    {
        var (progress, more) = Board.Read();
        return (progress, Task.WhenAny(more, lost.Task));
    }

    internal void Lose() => lost.TrySetResult();

    public void Dispose() => close(this);
}
