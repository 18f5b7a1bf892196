using Classroom.School.Attempts;

namespace Classroom.Web.Features.Quizzes;

/// <summary>The same attempt on other pages: the answer that was stored last counts, and each page shows it.</summary>
public sealed partial class AttemptSession
{
    private Task catchingUp = Task.CompletedTask;
    private bool isBehind;

    // Counts what happened here, so that what was read before it is not taken for the latest.
    private int changes;

    // Why it could not be read what is stored.
    private string? unread;

    /// <summary>Called when this page has stored something.</summary>
    public Action Stored { get; init; } = () => { };

    /// <summary>Reads what is stored, also by other pages. What is only on this screen stays: it is stored later, so it counts.</summary>
    public Task CatchUpAsync()
    {
        isBehind = true;
        return catchingUp.IsCompleted ? catchingUp = ReadAsync() : catchingUp;
    }

    /// <summary>Stores what is on the screen and reads what is stored. True where both went well and the attempt is still open.</summary>
    public async Task<bool> PrepareHandInAsync()
    {
        await SaveAsync();
        if (!sheet.IsSaved || Attempt.IsSubmitted)
        {
            return false;
        }
        await CatchUpAsync();
        Trouble = unread;
        return unread is null && !Attempt.IsSubmitted;
    }

    /// <summary>The time is up: what is stored is handed in, and what is only on this screen came too late.</summary>
    public async Task EndAsync()
    {
        await saving;
        await guard.RunAsync(async (actor, cancellationToken) =>
        {
            await attempts.HandInEndedAsync(actor, cancellationToken);
            return null;
        });
        Stored();
        await CatchUpAsync();
    }

    private async Task ReadAsync()
    {
        while (isBehind && !Attempt.IsSubmitted)
        {
            await saving;
            (isBehind, var before) = (false, changes);
            AttemptView? stored = null;
            var problem = await guard.RunAsync(async (actor, cancellationToken) =>
            {
                stored = await reader.GetAsync(actor, Attempt.Id, cancellationToken);
                return null;
            });
            unread = problem?.ToMessage() ?? (stored is null ? "This attempt is no longer there. Load the page again." : null);
            if (before != changes)
            {
                isBehind = true;
            }
            else if (stored is not null)
            {
                Take(stored);
            }
        }
    }

    private void Take(AttemptView stored)
    {
        Attempt = stored;
        if (stored.IsSubmitted)
        {
            WasLate = !sheet.IsSaved;
            sheet.GiveUpUnsaved();
        }
        sheet.CatchUp(stored);
    }
}
