using System.Linq.Expressions;
using Classroom.Curriculum.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Review;

/// <summary>
/// Spaced review of what was once answered wrongly. A student never rates herself: wrong is <see cref="ReviewRating.Again"/>,
/// right after the hint <see cref="ReviewRating.Hard"/>, right without it <see cref="ReviewRating.Good"/>.
/// Cards whose question has left the bank are passed over.
/// </summary>
public sealed class ReviewService(
    IDbContextFactory<ClassroomDbContext> contexts,
    Curriculum.Curriculum curriculum,
    SchoolCalendar calendar,
    IHeldTerms heldTerms)
{
    /// <summary>As much as one sits down to at a time.</summary>
    public const int SittingSize = 20;

    /// <summary>The actor's own reviews.</summary>
    public async Task<ReviewOutlook> OutlookAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = await CardsAsync(db, actor, cancellationToken);
        var cards = await mine.Select(card => new { card.Slug, card.QuestionId, card.DueUtc }).ToListAsync(cancellationToken);
        var due = (await mine.Where(IsDue()).Select(card => new { card.Slug, card.QuestionId }).ToListAsync(cancellationToken)).ToHashSet();
        return new ReviewOutlook(
        [
            .. from term in curriculum.Terms
               let ofTerm = cards.Where(card => card.Slug == term.Slug && term.Quiz?.Find(card.QuestionId) is not null).ToList()
               where ofTerm.Count > 0
               let later = ofTerm.Where(card => !due.Contains(new { card.Slug, card.QuestionId }))
                   .Select(card => (DateTime?)card.DueUtc)
                   .ToList()
               select new TermReviews(term.Slug, ofTerm.Count - later.Count, later.Min()),
        ]);
    }

    /// <summary>How many questions can be asked now; at most a few hundred, as many as the bank holds.</summary>
    public async Task<int> DueCountAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await (await CardsAsync(db, actor, cancellationToken)).Where(IsDue())
            .Select(card => new { card.Slug, card.QuestionId })
            .ToListAsync(cancellationToken);
        return due.Count(card => curriculum.Find(card.Slug)?.Quiz?.Find(card.QuestionId) is not null);
    }

    /// <summary>What can be asked now, what has waited longest first; at most <see cref="SittingSize"/>.</summary>
    public async Task<IReadOnlyList<ReviewTask>> DueAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await (await CardsAsync(db, actor, cancellationToken)).AsNoTracking().Where(IsDue())
            .OrderBy(card => card.DueUtc).ThenBy(card => card.Slug).ThenBy(card => card.QuestionId)
            .ToListAsync(cancellationToken);
        return
        [
            .. (from card in due
                let question = curriculum.Find(card.Slug)?.Quiz?.Find(card.QuestionId)
                where question is not null
                select new ReviewTask(card.Slug, AttemptPlan.Arrange(question, Seed(card)), card.Turn, card.HintUsed)).Take(SittingSize),
        ];
    }

    /// <summary>Notes that the hint was opened before the answer, also for after a reload.</summary>
    public async Task UseHintAsync(Actor actor, ReviewTask task, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await CardOf(db, actor, task).Where(card => card.Turn == task.Turn)
            .ExecuteUpdateAsync(set => set.SetProperty(card => card.HintUsed, true), cancellationToken);
    }

    /// <summary>
    /// Keeps the answer, marks it and says when the question comes back. Answering the same turn again, also at the same moment,
    /// changes nothing and gives what came of the first answer.
    /// </summary>
    /// <param name="response">Null for "I do not know".</param>
    public async Task<Outcome<ReviewResult>> AnswerAsync(
        Actor actor, ReviewTask task, Response? response, CancellationToken cancellationToken = default)
    {
        if (curriculum.Find(task.Slug)?.Quiz?.Find(task.Question.Id) is not { } question)
        {
            return new Refusal.NotFound();
        }

        string? json;
        try
        {
            json = response is null ? null : ResponseJson.Write(response);
        }
        catch (ArgumentException tooLong)
        {
            return new Refusal.Invalid(question.Id, tooLong.Message);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = calendar.NowUtc;

        // Counting the turn up lets one of two answers through, and locks the card until the transaction ends.
        var first = await CardOf(db, actor, task).Where(card => card.Turn == task.Turn).Where(IsDue())
            .ExecuteUpdateAsync(set => set.SetProperty(card => card.Turn, card => card.Turn + 1), cancellationToken);
        if (first == 0)
        {
            return await EarlierAsync(db, actor, task, cancellationToken) is { } earlier ? earlier : new Refusal.NotFound();
        }

        var card = await CardOf(db, actor, task).SingleAsync(cancellationToken);
        var score = Grading.Grade(question, response).Score;
        var rating = score < 1 ? ReviewRating.Again : card.HintUsed ? ReviewRating.Hard : ReviewRating.Good;
        var memory = Fsrs.Next(new Memory(card.Stability, card.Difficulty), Math.Max(0, calendar.DaysBetween(card.AskedUtc, now)), rating);
        (card.Stability, card.Difficulty) = memory;
        (card.AskedUtc, card.DueUtc, card.HintUsed) = (now, After(now, Fsrs.Interval(memory, rating)), false);
        card.Answers.Add(new ReviewAnswer
        {
            Slug = card.Slug,
            QuestionId = card.QuestionId,
            Turn = task.Turn,
            ResponseJson = json,
            Score = score,
            Rating = rating,
            AnsweredUtc = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ReviewResult(response, score, rating, card.DueUtc, WasAnsweredBefore: false);
    }

    /// <summary>The actor's cards, but for the terms that are held.</summary>
    private async Task<IQueryable<ReviewCard>> CardsAsync(ClassroomDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        var mine = db.ReviewCards.Where(card => card.UserId == actor.UserId);
        var held = await heldTerms.ListAsync(db, actor.UserId, cancellationToken);
        return held.Count == 0 ? mine : mine.Where(card => !held.Contains(card.Slug));
    }

    /// <summary>
    /// What was last asked on an earlier day is due from the start of the school's day on which it falls, whatever hour of it is stored.
    /// </summary>
    private Expression<Func<ReviewCard, bool>> IsDue()
    {
        var (now, day) = (calendar.NowUtc, calendar.Today);
        var (today, tomorrow) = (calendar.StartOf(day), calendar.StartOf(day.AddDays(1)));
        return card => card.DueUtc <= now || (card.AskedUtc < today && card.DueUtc < tomorrow);
    }

    // Days are days of the calendar: the start of one is not 24 hours after the start of another where the clocks change.
    private DateTime After(DateTime now, TimeSpan interval) =>
        interval < TimeSpan.FromDays(1) ? now + interval : calendar.StartOf(calendar.DayOf(now).AddDays(interval.Days));

    private static async Task<ReviewResult?> EarlierAsync(
        ClassroomDbContext db, Actor actor, ReviewTask task, CancellationToken cancellationToken)
    {
        var earlier = await CardOf(db, actor, task).AsNoTracking()
            .SelectMany(card => card.Answers, (card, answer) => new { card.DueUtc, Answer = answer })
            .SingleOrDefaultAsync(found => found.Answer.Turn == task.Turn, cancellationToken);
        return earlier is null
            ? null
            : new ReviewResult(
                ResponseJson.Read(earlier.Answer.ResponseJson),
                earlier.Answer.Score,
                earlier.Answer.Rating,
                earlier.DueUtc,
                WasAnsweredBefore: true);
    }

    private static IQueryable<ReviewCard> CardOf(ClassroomDbContext db, Actor actor, ReviewTask task) => db.ReviewCards.Where(card =>
        card.UserId == actor.UserId && card.Slug == task.Slug && card.QuestionId == task.Question.Id);

    // The question's id is mixed in where it is arranged.
    private static int Seed(ReviewCard card) => unchecked(card.UserId * 31 + card.Turn);
}
