using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Review;

/// <summary>Turns wrong answers into review cards.</summary>
internal static class MissedQuestions
{
    /// <summary>
    /// Makes a card of each question, due at once; one that is there already becomes due again. Part of the transaction that stores
    /// the wrong answer. Only students review.
    /// </summary>
    public static async Task MissAsync(
        this ClassroomDbContext db,
        Actor actor,
        string slug,
        IEnumerable<string> questionIds,
        DateTime now,
        CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Student)
        {
            return;
        }

        var memory = Fsrs.First(ReviewRating.Again);

        // One statement, so that two attempts handed in at once cannot both insert; in a fixed order, so that they cannot wait for
        // each other. Both providers read this upsert. What is known of the memory stays: the next turn will measure it.
        foreach (var questionId in questionIds.Order(StringComparer.Ordinal))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "ReviewCards" ("UserId", "Slug", "QuestionId", "Stability", "Difficulty", "AskedUtc", "DueUtc", "Turn", "HintUsed")
                VALUES ({actor.UserId}, {slug}, {questionId}, {memory.Stability}, {memory.Difficulty}, {now}, {now}, 0, {false})
                ON CONFLICT ("UserId", "Slug", "QuestionId")
                DO UPDATE SET "DueUtc" = excluded."DueUtc" WHERE "ReviewCards"."DueUtc" > excluded."DueUtc"
                """,
                cancellationToken);
        }
    }
}
