using Classroom.School;
using Classroom.School.Attempts;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Quizzes;

/// <summary>
/// What is stored of an open attempt besides its answers. It is said on the page at once, and a failure to store it is no reason to
/// stop anyone.
/// </summary>
public sealed class AttemptNotes(AttemptSession session, AttemptService attempts, PracticeService practice, ActionGuard guard)
{
    private int AttemptId => session.Attempt.Id;

    /// <summary>Notes that this question has come into view.</summary>
    public Task MoveToAsync(int place) => NoteAsync(async actor =>
    {
        await attempts.MoveToAsync(actor, AttemptId, place);
        return null;
    });

    /// <summary>Stores the answer, then that it has been checked.</summary>
    public async Task CheckAsync(int place)
    {
        await session.SaveAsync();
        if (session.ResponseAt(place) is not null && !session.IsUnsaved(place))
        {
            await NoteAsync(actor => practice.CheckAsync(actor, AttemptId, session.Planned(place).Question.Id));
            session.Stored();
        }
    }

    public async Task ShowAnswerAsync(int place)
    {
        await NoteAsync(actor => practice.ShowAnswerAsync(actor, AttemptId, session.Planned(place).Question.Id));
        session.Stored();
    }

    private async Task NoteAsync(Func<Actor, Task<Refusal?>> note)
    {
        if (session.Attempt.IsSubmitted)
        {
            return;
        }
        await guard.RunAsync(async (actor, _) =>
        {
            await session.WasHandedInAsync(actor, await note(actor));
            return null;
        });
    }
}
