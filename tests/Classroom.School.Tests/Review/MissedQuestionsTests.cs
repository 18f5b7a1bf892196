using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>How a wrong answer comes to the review.</summary>
public sealed class MissedQuestionsTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_wrong_answer_of_a_graded_quiz_is_due_once_it_is_handed_in_and_a_right_or_empty_one_is_not(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var attempt = await Quiz.StartAsync(school, student);
        var ids = attempt.Questions.Select(answered => answered.Planned.Question.Id).ToList();
        await Quiz.AnswerAsync(school, student, attempt, questions: 2);
        await school.Attempts.SaveAnswerAsync(student, attempt.Id, ids[2], Quiz.WrongAnswer, Ct);
        Assert.Empty(await Cards.DueAsync(school, student));

        await school.Attempts.SubmitAsync(student, attempt.Id, Ct);
        await school.Attempts.SubmitAsync(student, attempt.Id, Ct);

        Assert.Equal([ids[2]], await Cards.DueAsync(school, student));
        Assert.Equal(1, await school.Reviews.DueCountAsync(student, Ct));
    }

    [Theory, BothProviders]
    public async Task In_practice_the_first_check_decides_even_if_the_answer_is_mended_after_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var attempt = await Quiz.StartAsync(school, student, AttemptMode.Practice);
        var (wrong, right, shown, empty) = (attempt.Questions[0].Planned.Question, attempt.Questions[1].Planned.Question,
            attempt.Questions[2].Planned.Question, attempt.Questions[3].Planned.Question);
        async Task TryAsync(Question question, Response response)
        {
            Assert.Null(await school.Attempts.SaveAnswerAsync(student, attempt.Id, question.Id, response, Ct));
            Assert.Null(await school.Practice.CheckAsync(student, attempt.Id, question.Id, Ct));
        }

        await TryAsync(wrong, Quiz.WrongAnswer);
        Assert.Equal([wrong.Id], await Cards.DueAsync(school, student));
        await TryAsync(wrong, Quiz.RightAnswer(wrong));
        await TryAsync(right, Quiz.RightAnswer(right));
        Assert.Null(await school.Practice.CheckAsync(student, attempt.Id, empty.Id, Ct));
        Assert.Null(await school.Practice.ShowAnswerAsync(student, attempt.Id, shown.Id, Ct));
        await TryAsync(shown, Quiz.RightAnswer(shown));
        await school.Attempts.SubmitAsync(student, attempt.Id, Ct);

        Assert.Equal(new[] { wrong.Id, shown.Id }.Order(), (await Cards.DueAsync(school, student)).Order());
    }

    [Theory, BothProviders]
    public async Task Checks_are_there_after_a_reload_until_the_answer_changes(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var attempt = await Quiz.StartAsync(school, student, AttemptMode.Practice);
        var id = attempt.Questions[0].Planned.Question.Id;
        await school.Attempts.SaveAnswerAsync(student, attempt.Id, id, Quiz.WrongAnswer, Ct);
        await school.Practice.CheckAsync(student, attempt.Id, id, Ct);
        await school.Practice.ShowAnswerAsync(student, attempt.Id, id, Ct);
        await school.Attempts.MoveToAsync(student, attempt.Id, 4, Ct);
        await school.Attempts.SaveAnswerAsync(student, attempt.Id, id, Quiz.WrongAnswer, Ct);

        var resumed = (await school.AttemptReader.FindOpenAsync(student, school.Term.Slug, AttemptMode.Practice, Ct))!;
        Assert.Equal((true, true, 4), (resumed.Questions[0].IsChecked, resumed.Questions[0].IsShown, resumed.Place));
        Assert.All(resumed.Questions.Skip(1), question => Assert.False(question.IsChecked || question.IsShown));

        await school.Attempts.SaveAnswerAsync(student, attempt.Id, id, null, Ct);
        resumed = (await school.AttemptReader.FindOpenAsync(student, school.Term.Slug, AttemptMode.Practice, Ct))!;
        Assert.Equal((false, true), (resumed.Questions[0].IsChecked, resumed.Questions[0].IsShown));
    }

    [Theory, BothProviders]
    public async Task A_graded_or_closed_or_foreign_attempt_is_not_checked(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var graded = await Quiz.StartAsync(school, student);
        var closed = await Quiz.HandInEmptyAsync(school, student, AttemptMode.Practice);
        var open = await Quiz.StartAsync(school, student, AttemptMode.Practice);
        string First(AttemptView attempt) => attempt.Questions[0].Planned.Question.Id;

        Assert.IsType<Refusal.Invalid>(await school.Practice.CheckAsync(student, graded.Id, First(graded), Ct));
        Assert.IsType<Refusal.Invalid>(await school.Practice.ShowAnswerAsync(student, graded.Id, First(graded), Ct));
        Assert.IsType<Refusal.Conflict>(await school.Practice.CheckAsync(student, closed.Id, First(closed), Ct));
        Assert.IsType<Refusal.Invalid>(await school.Practice.CheckAsync(student, open.Id, "not-drawn", Ct));
        Assert.IsType<Refusal.NotFound>(await school.Practice.CheckAsync(await school.AddAsync(Role.Student), open.Id, First(open), Ct));
        Assert.Empty(await Cards.DueAsync(school, student));
    }

    [Theory, BothProviders]
    public async Task Two_quizzes_handed_in_at_once_with_the_same_mistakes_make_each_card_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        AttemptView[] attempts = [await Quiz.StartAsync(school, student), await Quiz.StartAsync(school, student, AttemptMode.Practice)];
        var missed = new HashSet<string>();
        foreach (var attempt in attempts)
        {
            foreach (var id in attempt.Questions.Select(answered => answered.Planned.Question.Id))
            {
                missed.Add(id);
                await school.Attempts.SaveAnswerAsync(student, attempt.Id, id, Quiz.WrongAnswer, Ct);
            }
        }

        var turn = -1;
        var outcomes = await AtOnce(4, () => school.Attempts.SubmitAsync(student, attempts[Interlocked.Increment(ref turn) % 2].Id, Ct));

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Equal(missed.Order(), (await Cards.DueAsync(school, student)).Order());
    }

    [Theory, BothProviders]
    public async Task A_card_that_waits_for_its_day_is_due_at_once_when_the_question_is_missed_again(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        await Cards.AddAsync(
            school, student, school.Term.Slug, school.Term.Quiz!.Questions.Select(question => question.Id), school.Clock.Now.AddDays(12));
        school.Clock.Now = school.Clock.Now.AddDays(2);

        var missed = await Cards.MissAsync(school, student, questions: 3);

        Assert.Equal(missed.Order(), (await Cards.DueAsync(school, student)).Order());
        await using var db = school.OpenContext();
        var cards = await db.ReviewCards.Where(card => missed.Contains(card.QuestionId)).ToListAsync(Ct);
        Assert.All(cards, card => Assert.Equal((Cards.Stability, school.Clock.Now), (card.Stability, card.DueUtc)));
        school.Clock.Now = school.Clock.Now.AddDays(1);
        await Cards.MissAsync(school, student, questions: 7);
        Assert.All(await db.ReviewCards.AsNoTracking().Where(card => missed.Contains(card.QuestionId)).ToListAsync(Ct), card =>
            Assert.Equal(school.Clock.Now.AddDays(-1), card.DueUtc));
    }

    [Theory, BothProviders]
    public async Task A_teacher_who_tries_a_quiz_gets_no_reviews(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);

        await Cards.MissAsync(school, teacher, questions: 3);

        Assert.True((await school.Reviews.OutlookAsync(teacher, Ct)).IsEmpty);
    }
}
