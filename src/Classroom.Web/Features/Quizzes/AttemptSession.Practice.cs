using Classroom.School;

namespace Classroom.Web.Features.Quizzes;

/// <summary>
/// What is kept besides the answers. It is said on the page at once, and a failure to store it is no reason to stop anyone.
/// </summary>
public sealed partial class AttemptSession
{
    /// <summary>Notes that this question has come into view.</summary>
    public Task MoveToAsync(int place) => NoteAsync(async actor =>
    {
        await attempts.MoveToAsync(actor, Attempt.Id, place);
        return null;
    });

    /// <summary>Stores the answer, then that it has been checked.</summary>
    public async Task CheckAsync(int place)
    {
        await SaveAsync();
        if (ResponseAt(place) is not null && !IsUnsaved(place))
        {
            await NoteAsync(actor => practice.CheckAsync(actor, Attempt.Id, Planned(place).Question.Id));
            Stored();
        }
    }

    public async Task ShowAnswerAsync(int place)
    {
        await NoteAsync(actor => practice.ShowAnswerAsync(actor, Attempt.Id, Planned(place).Question.Id));
        Stored();
    }

    private async Task NoteAsync(Func<Actor, Task<Refusal?>> note)
    {
        if (Attempt.IsSubmitted)
        {
            return;
        }
        await guard.RunAsync(async (actor, _) =>
        {
            await WasHandedInAsync(actor, await note(actor));
            return null;
        });
    }
}
