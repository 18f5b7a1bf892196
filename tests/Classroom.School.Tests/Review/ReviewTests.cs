using Classroom.Curriculum.Quizzes;
using Classroom.School.People;
using Classroom.School.Review;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class ReviewTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_right_answer_waits_for_days_more_each_time_and_a_wrong_one_comes_back_the_same_day(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        await Cards.MissAsync(school, student, questions: 1);
        var waits = new List<int>();
        for (var turn = 0; turn < 5; turn++)
        {
            var task = Assert.Single(await school.Reviews.DueAsync(student, Ct));
            Assert.Equal(turn, task.Turn);
            var result = await Cards.AnswerAsync(school, student, task, right: true);
            Assert.Equal((1.0, ReviewRating.Good, false), (result.Score, result.Rating, result.WasAnsweredBefore));
            waits.Add((result.DueUtc.Date - school.Clock.Now.Date).Days);
            Assert.Empty(await school.Reviews.DueAsync(student, Ct));
            Assert.Equal(result.DueUtc, (await school.Reviews.OutlookAsync(student, Ct)).NextUtc);
            school.Clock.Now = result.DueUtc;
        }

        // As py-fsrs 6.3.1 has it for Again and five times Good, the first of them on the same day.
        Assert.Equal([1, 2, 6, 18, 45], waits);
        var missed = await Cards.AnswerAsync(school, student, (await school.Reviews.DueAsync(student, Ct))[0], right: false);
        Assert.Equal((ReviewRating.Again, school.Clock.Now + Fsrs.RelearningStep), (missed.Rating, missed.DueUtc));
    }

    [Theory, BothProviders]
    public async Task The_hint_makes_a_right_answer_a_hard_one_also_after_a_reload_but_only_in_its_turn(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        await Cards.MissAsync(school, student, questions: 1);
        await school.Reviews.UseHintAsync(student, (await school.Reviews.DueAsync(student, Ct))[0], Ct);
        var reloaded = (await school.Reviews.DueAsync(student, Ct))[0];

        var hard = await Cards.AnswerAsync(school, student, reloaded, right: true);

        Assert.True(reloaded.HintUsed);
        Assert.Equal(ReviewRating.Hard, hard.Rating);
        school.Clock.Now = hard.DueUtc;
        await school.Reviews.UseHintAsync(student, reloaded, Ct);
        Assert.Equal(
            ReviewRating.Good,
            (await Cards.AnswerAsync(school, student, (await school.Reviews.DueAsync(student, Ct))[0], right: true)).Rating);
    }

    [Theory, BothProviders]
    public async Task The_same_turn_answered_at_once_in_several_tabs_counts_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        await Cards.MissAsync(school, student, questions: 1);
        var task = (await school.Reviews.DueAsync(student, Ct))[0];
        var turn = 0;

        var results = await AtOnce(4, () => Cards.AnswerAsync(school, student, task, right: Interlocked.Increment(ref turn) % 2 == 0));

        Assert.Single(results, result => !result.WasAnsweredBefore);
        Assert.Single(results.Select(result => (result.Score, result.Rating, result.DueUtc)).Distinct());
        Assert.Single(results.Select(result => ResponseJson.Write(result.Response!)).Distinct());
        await using var db = school.OpenContext();
        Assert.Equal(1, (await db.ReviewCards.SingleAsync(Ct)).Turn);
        Assert.Equal(1, await db.ReviewAnswers.CountAsync(Ct));
    }

    [Theory, BothProviders]
    public async Task I_do_not_know_is_an_answer_and_one_that_is_far_too_long_is_none(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        await Cards.MissAsync(school, student, questions: 1);
        var task = (await school.Reviews.DueAsync(student, Ct))[0];

        Assert.IsType<Refusal.Invalid>(
            (await school.Reviews.AnswerAsync(student, task, new ShortAnswerResponse(new string('x', 10_000)), Ct)).Refusal);
        var result = (await school.Reviews.AnswerAsync(student, task, null, Ct)).Value!;

        Assert.Equal((null, 0.0, ReviewRating.Again), (result.Response, result.Score, result.Rating));
    }

    [Theory, BothProviders]
    public async Task What_is_not_due_not_hers_or_not_there_cannot_be_answered(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var other = await school.AddAsync(Role.Student);
        await Cards.MissAsync(school, student, questions: 1);
        var task = (await school.Reviews.DueAsync(student, Ct))[0];
        async Task<Refusal?> AnswerAsync(Actor actor, ReviewTask wanted) =>
            (await school.Reviews.AnswerAsync(actor, wanted, null, Ct)).Refusal;

        Assert.IsType<Refusal.NotFound>(await AnswerAsync(other, task));
        Assert.IsType<Refusal.NotFound>(await AnswerAsync(student, task with { Turn = 1 }));
        Assert.IsType<Refusal.NotFound>(await AnswerAsync(student, task with { Slug = "quantum-gravity" }));
        Assert.Null(await AnswerAsync(student, task));
        Assert.IsType<Refusal.NotFound>(await AnswerAsync(student, task with { Turn = 1 }));
        Assert.Empty(await school.Reviews.DueAsync(other, Ct));
    }

    [Theory, BothProviders]
    public async Task A_reload_shows_the_same_arrangement_and_the_next_turns_others(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var question = school.Term.Quiz!.Questions.OfType<OneAnswerQuestion>().First(one => one.Choices.Count > 3);
        await Cards.AddAsync(school, student, school.Term.Slug, [question.Id], school.Clock.Now);

        var orders = new HashSet<string>();
        for (var turn = 0; turn < 8; turn++)
        {
            var task = Assert.Single(await school.Reviews.DueAsync(student, Ct));
            Assert.Equal(task.Planned.Order, (await school.Reviews.DueAsync(student, Ct))[0].Planned.Order);
            orders.Add(string.Join(',', task.Planned.Order));
            school.Clock.Now = (await Cards.AnswerAsync(school, student, task, right: true)).DueUtc;
        }

        Assert.InRange(orders.Count, 4, 8);
    }

    [Theory, BothProviders]
    public async Task A_sitting_is_short_and_the_outlook_counts_everything_by_term(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var terms = school.Curriculum.Terms.Where(term => term.Quiz is not null).Take(3).ToList();
        foreach (var term in terms)
        {
            await Cards.AddAsync(
                school, student, term.Slug, term.Quiz!.Questions.Take(9).Select(question => question.Id), school.Clock.Now);
        }

        var outlook = await school.Reviews.OutlookAsync(student, Ct);

        Assert.Equal(ReviewService.SittingSize, (await school.Reviews.DueAsync(student, Ct)).Count);
        Assert.Equal(27, outlook.Due);
        Assert.Null(outlook.NextUtc);
        Assert.Equal(terms.Select(term => (term.Slug, 9)), outlook.Terms.Select(term => (term.Slug, term.Due)));
    }

    [Theory, BothProviders]
    public async Task A_question_that_has_left_the_bank_is_asked_no_more(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        await Cards.AddAsync(school, student, school.Term.Slug, ["asked-no-more"], school.Clock.Now);
        await Cards.AddAsync(school, student, "term-no-more", [school.Term.Quiz!.Questions[0].Id], school.Clock.Now);

        Assert.Empty(await school.Reviews.DueAsync(student, Ct));
        Assert.Equal(0, await school.Reviews.DueCountAsync(student, Ct));
        Assert.True((await school.Reviews.OutlookAsync(student, Ct)).IsEmpty);
    }
}
