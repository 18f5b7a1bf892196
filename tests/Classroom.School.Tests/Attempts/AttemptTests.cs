using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class AttemptTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_reload_gives_the_same_questions_in_the_same_order_with_the_answers_so_far(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var started = await Quiz.StartAsync(school, student);
        await Quiz.AnswerAsync(school, student, started, questions: 2);

        var resumed = await Quiz.StartAsync(school, student);

        Assert.Equal(started.Id, resumed.Id);
        Assert.InRange(started.Questions.Count, 6, 8);
        Assert.Equal(Layout(started), Layout(resumed));
        Assert.All(started.Questions, question => Assert.Null(question.Response));
        Assert.All(resumed.Questions.Take(2), question =>
            Assert.Equivalent(Quiz.RightAnswer(question.Planned.Question), question.Response, strict: true));
        Assert.All(resumed.Questions.Skip(2), question => Assert.Null(question.Response));
    }

    [Theory, BothProviders]
    public async Task A_core_reader_is_asked_core_questions_only_and_a_deep_reader_both(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var drawn = new Dictionary<QuestionLevel, List<AttemptView>> { [QuestionLevel.Core] = [], [QuestionLevel.Deep] = [] };
        foreach (var (level, attempts) in drawn)
        {
            for (var time = 0; time < 12; time++)
            {
                var student = await school.AddAsync(Role.Student);
                attempts.Add((await school.AttemptStarter.StartOrResumeAsync(student, "backpropagation", AttemptMode.Graded, level, Ct)).Value!);
            }
        }

        Assert.All(drawn.Values.SelectMany(attempts => attempts), attempt =>
        {
            Assert.InRange(attempt.Questions.Count, AttemptPlan.MinCount, AttemptPlan.MaxCount);
            Assert.True(attempt.Questions.DistinctBy(question => question.Planned.Question.Kind).Count() >= 3);
        });
        Assert.All(Levels(drawn[QuestionLevel.Core]), level => Assert.Equal(QuestionLevel.Core, level));
        Assert.Equal([QuestionLevel.Core, QuestionLevel.Deep], Levels(drawn[QuestionLevel.Deep]).Distinct().Order());

        static IEnumerable<QuestionLevel> Levels(IEnumerable<AttemptView> attempts) =>
            attempts.SelectMany(attempt => attempt.Questions, (_, question) => question.Planned.Question.Level);
    }

    [Theory, BothProviders]
    public async Task An_open_attempt_goes_on_whatever_level_is_asked_for(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var started = await Quiz.StartAsync(school, student);

        var resumed = await Quiz.StartAsync(school, student, level: QuestionLevel.Deep);

        Assert.Equal((started.Id, Layout(started)), (resumed.Id, Layout(resumed)));
    }

    [Theory, BothProviders]
    public async Task Several_clicks_on_start_at_once_start_one_attempt(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        _ = school.Term;

        var attempts = await AtOnce(6, () => Quiz.StartAsync(school, student));

        Assert.Single(attempts.Select(attempt => attempt.Id).Distinct());
        Assert.Single(attempts.Select(Layout).Distinct());
        Assert.Single(await school.AttemptReader.ListAsync(student, school.Term.Slug, Ct));
    }

    [Theory, BothProviders]
    public async Task Practice_and_graded_attempts_of_different_people_do_not_mix(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var ana = await school.AddAsync(Role.Student);
        var bo = await school.AddAsync(Role.Student);

        int[] ids =
        [
            (await Quiz.StartAsync(school, ana)).Id,
            (await Quiz.StartAsync(school, ana, AttemptMode.Practice)).Id,
            (await Quiz.StartAsync(school, bo)).Id,
        ];

        Assert.Equal(3, ids.Distinct().Count());
    }

    [Theory, BothProviders]
    public async Task The_score_is_the_mean_of_the_questions(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var attempt = await Quiz.StartAsync(school, student);
        await Quiz.AnswerAsync(school, student, attempt, questions: 3);

        var submitted = (await school.Attempts.SubmitAsync(student, attempt.Id, Ct)).Value!;

        Assert.Equal(3.0 / attempt.Questions.Count, submitted.Score!.Value, precision: 12);
        Assert.Equal([1.0, 1.0, 1.0], submitted.Questions.Take(3).Select(question => question.Score));
        Assert.All(submitted.Questions.Skip(3), question => Assert.Equal(0.0, question.Score));
        Assert.Equal(school.Clock.Now, submitted.SubmittedUtc);
        Assert.Equal(submitted.Score, await school.BestScoreAsync(student));
    }

    [Theory, BothProviders]
    public async Task The_last_answer_given_counts_and_an_answer_can_be_taken_back(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var attempt = await Quiz.StartAsync(school, student);
        await Quiz.AnswerAsync(school, student, attempt, questions: 2);
        var (first, second) = (attempt.Questions[0].Planned.Question, attempt.Questions[1].Planned.Question);

        await school.Attempts.SaveAnswerAsync(student, attempt.Id, first.Id, null, Ct);
        await school.Attempts.SaveAnswerAsync(student, attempt.Id, second.Id, new OneAnswerResponse(-1), Ct);
        await school.Attempts.SaveAnswerAsync(student, attempt.Id, second.Id, Quiz.RightAnswer(second), Ct);
        var submitted = (await school.Attempts.SubmitAsync(student, attempt.Id, Ct)).Value!;

        Assert.Null(submitted.Questions[0].Response);
        Assert.Equal([0.0, 1.0], submitted.Questions.Take(2).Select(question => question.Score));
    }

    [Theory, BothProviders]
    public async Task Submitting_twice_counts_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var attempt = await Quiz.StartAsync(school, student);
        await Quiz.AnswerAsync(school, student, attempt, questions: 4);

        var first = (await school.Attempts.SubmitAsync(student, attempt.Id, Ct)).Value!;
        school.Clock.Now += TimeSpan.FromHours(1);
        var second = (await school.Attempts.SubmitAsync(student, attempt.Id, Ct)).Value!;

        Assert.Equal((first.Score, first.SubmittedUtc), (second.Score, second.SubmittedUtc));
        Assert.Equal(first.Questions.Select(question => question.Score), second.Questions.Select(question => question.Score));
    }

    [Theory, BothProviders]
    public async Task Submitting_from_several_tabs_at_once_counts_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var attempt = await Quiz.StartAsync(school, student);
        await Quiz.AnswerAsync(school, student, attempt, questions: 4);

        var outcomes = await AtOnce(6, () => school.Attempts.SubmitAsync(student, attempt.Id, Ct));

        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Value?.Score));
        Assert.Single(outcomes.Select(outcome => (outcome.Value!.Score, outcome.Value.SubmittedUtc)).Distinct());
        Assert.Single(await school.AttemptReader.ListAsync(student, school.Term.Slug, Ct));
    }

    [Theory, BothProviders]
    public async Task An_answer_given_while_handing_in_is_graded_or_refused_never_lost(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var attempt = await Quiz.StartAsync(school, student);
        var question = attempt.Questions[0].Planned.Question;
        var turn = 0;

        var refusals = await AtOnce(2, async () => Interlocked.Increment(ref turn) == 1
            ? await school.Attempts.SaveAnswerAsync(student, attempt.Id, question.Id, Quiz.RightAnswer(question), Ct)
            : (await school.Attempts.SubmitAsync(student, attempt.Id, Ct)).Refusal);

        var graded = (await school.AttemptReader.GetAsync(student, attempt.Id, Ct))!.Questions[0];
        var wasSaved = refusals.All(refusal => refusal is null);
        Assert.Equal(wasSaved ? 1.0 : 0.0, graded.Score);
        Assert.Equal(wasSaved, graded.Response is not null);
    }

    [Theory, BothProviders]
    public async Task After_handing_in_answers_no_longer_change_and_a_new_attempt_starts_empty(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var attempt = await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: false);
        var question = attempt.Questions[0].Planned.Question;

        var late = await school.Attempts.SaveAnswerAsync(student, attempt.Id, question.Id, Quiz.RightAnswer(question), Ct);
        var next = await Quiz.StartAsync(school, student);

        Assert.IsType<Refusal.Conflict>(late);
        Assert.Equal(Quiz.WrongAnswer, (await school.AttemptReader.GetAsync(student, attempt.Id, Ct))!.Questions[0].Response);
        Assert.NotEqual(attempt.Id, next.Id);
        Assert.Equal(
            [next.Id, attempt.Id], (await school.AttemptReader.ListAsync(student, school.Term.Slug, Ct)).Select(entry => entry.Id));
    }

    [Theory, BothProviders]
    public async Task An_answer_to_another_question_or_a_far_too_long_one_is_refused(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var attempt = await Quiz.StartAsync(school, student);
        var drawn = attempt.Questions.Select(question => question.Planned.Question.Id).ToHashSet();
        var notDrawn = school.Term.Quiz!.Questions.First(question => !drawn.Contains(question.Id)).Id;

        Assert.IsType<Refusal.Invalid>(
            await school.Attempts.SaveAnswerAsync(student, attempt.Id, notDrawn, new TrueFalseResponse(true), Ct));
        Assert.IsType<Refusal.Invalid>(
            await school.Attempts.SaveAnswerAsync(
                student, attempt.Id, drawn.First(), new ShortAnswerResponse(new string('x', 10_000)), Ct));
        Assert.All((await school.AttemptReader.GetAsync(student, attempt.Id, Ct))!.Questions, question => Assert.Null(question.Response));
    }

    [Theory, BothProviders]
    public async Task An_attempt_is_answered_by_its_owner_and_seen_by_her_teachers_and_admins(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classmate = await school.AddAsync(Role.Student);
        await school.AddClassAsync(teacher, student, classmate);
        var admin = await school.AddAsync(Role.Admin);
        var stranger = await school.AddAsync(Role.Teacher);
        var attempt = await Quiz.StartAsync(school, student);
        var question = attempt.Questions[0].Planned.Question;

        foreach (var (actor, sees) in new[] { (teacher, true), (admin, true), (classmate, false), (stranger, false) })
        {
            Assert.Equal(sees, await school.AttemptReader.GetAsync(actor, attempt.Id, Ct) is not null);
            Assert.IsType<Refusal.NotFound>(
                await school.Attempts.SaveAnswerAsync(actor, attempt.Id, question.Id, Quiz.RightAnswer(question), Ct));
            Assert.IsType<Refusal.NotFound>((await school.Attempts.SubmitAsync(actor, attempt.Id, Ct)).Refusal);
        }

        Assert.False((await school.AttemptReader.GetAsync(student, attempt.Id, Ct))!.IsSubmitted);
    }

    [Theory, BothProviders]
    public async Task A_damaged_answer_or_a_question_that_left_the_bank_does_not_break_the_attempt(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var attempt = await Quiz.StartAsync(school, student);
        await Quiz.AnswerAsync(school, student, attempt, attempt.Questions.Count);
        await using (var db = school.OpenContext())
        {
            await db.AttemptAnswers.Where(answer => answer.Place == 0)
                .ExecuteUpdateAsync(set => set.SetProperty(answer => answer.ResponseJson, "{\"kind\":"), Ct);
            await db.AttemptAnswers.Where(answer => answer.Place == 1)
                .ExecuteUpdateAsync(set => set.SetProperty(answer => answer.QuestionId, "asked-no-more"), Ct);
        }

        var submitted = (await school.Attempts.SubmitAsync(student, attempt.Id, Ct)).Value!;

        var counted = attempt.Questions.Count - 1;
        Assert.Equal(counted, submitted.Questions.Count);
        Assert.Equal((counted - 1.0) / counted, submitted.Score!.Value, precision: 12);
    }

    [Theory, BothProviders]
    public async Task A_term_without_a_quiz_has_no_attempts(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);

        Assert.IsType<Refusal.NotFound>(
            (await school.AttemptStarter.StartOrResumeAsync(student, "quantum-gravity", AttemptMode.Graded, QuestionLevel.Core, Ct)).Refusal);
        Assert.IsType<Refusal.NotFound>(
            (await school.AttemptStarter.StartOrResumeAsync(student, school.Term.Slug, (AttemptMode)5, QuestionLevel.Core, Ct)).Refusal);
        Assert.IsType<Refusal.NotFound>((await school.Attempts.SubmitAsync(student, 4711, Ct)).Refusal);
    }

    private static string Layout(AttemptView attempt) => string.Join(
        "; ", attempt.Questions.Select(question => $"{question.Planned.Question.Id}: {string.Join(",", question.Planned.Order)}"));
}
