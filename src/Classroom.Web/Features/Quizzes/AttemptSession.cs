using Classroom.Curriculum.Quizzes;
using Classroom.School;
using Classroom.School.Attempts;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Quizzes;

/// <summary>
/// An open attempt as one page sees it. An answer is on the screen at once and stored right after, one at a time, the newest version
/// of each; what is being typed is stored twice a second. What could not be stored stays on the screen and goes along with the next
/// change. Runs on the page's own dispatcher.
/// </summary>
public sealed partial class AttemptSession(
    AttemptService attempts,
    AttemptReader reader,
    ActionGuard guard,
    TimeProvider clock,
    AttemptView attempt)
{
    /// <summary>At most this much typing is lost when the server loses its power.</summary>
    public static readonly TimeSpan TypingPause = TimeSpan.FromSeconds(0.5);

    private readonly AnswerSheet sheet = new(attempt);
    private Task saving = Task.CompletedTask;
    private Task? savingSoon;

    public AttemptView Attempt { get; private set; } = attempt;

    public SaveState State { get; private set; }

    /// <summary>Why something is not saved or not handed in, and what to do.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The last change was a key, and the line has not been left since.</summary>
    public bool IsTyping { get; private set; }

    public bool IsHandingIn { get; private set; }

    /// <summary>A change came after the attempt had been handed in elsewhere, and does not count.</summary>
    public bool WasLate { get; private set; }

    public int Count => Attempt.Questions.Count;

    public PlannedQuestion Planned(int place) => Attempt.Questions[place].Planned;

    public Response? ResponseAt(int place) => sheet[Planned(place).Question.Id];

    public bool IsAnswered(int place) => Answers.IsComplete(Planned(place).Question, ResponseAt(place));

    public bool IsUnsaved(int place) => sheet.IsUnsaved(Planned(place).Question.Id);

    /// <summary>Places, from 0, of which no complete answer is stored.</summary>
    public IReadOnlyList<int> Unanswered => [.. Enumerable.Range(0, Count).Where(place => !IsAnswered(place) || IsUnsaved(place))];

    /// <summary>Places where something was typed that cannot be read as the number asked for, from 0.</summary>
    public IReadOnlyList<int> Unreadable =>
        [.. Enumerable.Range(0, Count).Where(place => Answers.IsUnreadable(Planned(place).Question, ResponseAt(place)))];

    /// <param name="response">Null takes the answer back.</param>
    public Task AnswerAsync(int place, Response? response)
    {
        IsTyping = false;
        return Keep(place, response) ? SaveAsync() : Task.CompletedTask;
    }

    /// <summary>Takes what has been typed so far, and stores it before long.</summary>
    public Task TypeAsync(int place, Response? response)
    {
        IsTyping = true;
        return Keep(place, response) ? savingSoon ??= SaveSoonAsync() : Task.CompletedTask;
    }

    /// <summary>Stores whatever is not stored yet. Joins a saving that is under way, which takes newer answers along.</summary>
    public Task SaveAsync() => saving.IsCompleted ? saving = SaveAllAsync() : saving;

    /// <summary>Hands the attempt in once everything on the screen is stored. A second call while one is under way does nothing.</summary>
    public async Task HandInAsync()
    {
        if (IsHandingIn || Attempt.IsSubmitted)
        {
            return;
        }
        IsHandingIn = true;
        await SaveAsync();
        if (!Attempt.IsSubmitted && sheet.IsSaved)
        {
            var problem = await guard.RunAsync(async (actor, cancellationToken) =>
            {
                var outcome = await attempts.SubmitAsync(actor, Attempt.Id, cancellationToken);
                Attempt = outcome.Value ?? Attempt;
                Stored();
                return outcome.Refusal;
            });
            Trouble = problem?.ToMessage("Your answers are saved but not handed in yet: try again in a moment.");
        }
        IsHandingIn = false;
    }

    /// <summary>The word "Saved" belongs to the question it was said about.</summary>
    public void LeaveQuestion()
    {
        if (State == SaveState.Saved)
        {
            State = SaveState.Untouched;
        }
    }

    /// <summary>False where there is nothing to be stored.</summary>
    private bool Keep(int place, Response? response)
    {
        if (Attempt.IsSubmitted || !sheet.Change(Planned(place).Question.Id, response))
        {
            return false;
        }
        changes++;
        State = State == SaveState.NotSaved ? State : SaveState.Saving;
        return true;
    }

    private async Task SaveSoonAsync()
    {
        await Task.Delay(TypingPause, clock);
        savingSoon = null;
        if (!sheet.IsSaved)
        {
            await SaveAsync();
        }
    }

    private async Task SaveAllAsync()
    {
        Trouble = null;
        if (sheet.IsSaved)
        {
            return;
        }
        sheet.ForgetRefusals();
        State = SaveState.Saving;
        ActionProblem? problem = null;
        while (problem is null && sheet.NextToSave is { } next)
        {
            problem = await guard.RunAsync(async (actor, _) =>
            {
                await SaveAsync(actor, next);
                return null;
            });
        }
        Trouble = problem?.ToMessage("Your answer stays here and is saved with your next change.");
        State = sheet.IsSaved ? SaveState.Saved : SaveState.NotSaved;
        Trouble ??= sheet.Refusals;
    }

    private async Task SaveAsync(Actor actor, string questionId)
    {
        var response = sheet[questionId];
        var refusal = await attempts.SaveAnswerAsync(actor, Attempt.Id, questionId, response);
        if (refusal is null)
        {
            changes++;
            sheet.MarkSaved(questionId, response);
            Stored();
        }
        else if (!await WasHandedInAsync(actor, refusal))
        {
            var isGone = refusal is Refusal.NotFound;
            sheet.Refuse(questionId, isGone ? "This attempt is no longer there. Load the page again." : refusal.Message);
        }
    }

    /// <summary>True where the refusal came because the attempt has been handed in elsewhere, or its time is up.</summary>
    internal async Task<bool> WasHandedInAsync(Actor actor, Refusal? refusal)
    {
        if (refusal is not Refusal.Conflict)
        {
            return false;
        }
        await attempts.HandInEndedAsync(actor);
        if (await reader.GetAsync(actor, Attempt.Id) is not { IsSubmitted: true } handedIn)
        {
            return false;
        }
        Attempt = handedIn;
        sheet.GiveUpUnsaved();
        return WasLate = true;
    }
}
