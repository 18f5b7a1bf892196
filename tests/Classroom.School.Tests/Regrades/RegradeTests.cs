using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Audit;
using Classroom.School.People;
using Classroom.School.Regrades;

namespace Classroom.School.Tests;

/// <summary>Questions that are dropped and answers that are accepted, in figures: seven questions for 70 points.</summary>
public sealed class RegradeTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_dropped_question_counts_for_nobody_and_undoing_gives_every_point_back(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, students, assigned) = await Regrading.AssignAsync(school, 1);
        var attempt = await Regrading.HandInAsync(school, students[0], right: 4);
        var (right, wrong) = (Regrading.QuestionAt(attempt, 0), Regrading.QuestionAt(attempt, 6));
        Assert.Equal(40, (await MarkAsync()).Points!.Value, 9);

        var preview = (await school.Regrades.PreviewAsync(teacher, assigned.Id, Drop(wrong), Ct)).Value!;
        Assert.Equal((0, 1, 1, 0), (preview.Id, preview.Attempts, preview.Changed, preview.WithoutIt));
        var effect = Assert.Single(preview.Effects);
        Assert.Equal(("Student 00", 40.0, 46.67), (effect.Student.DisplayName, Round(effect.Before.Points), Round(effect.After.Points)));
        Assert.Equal(40, (await MarkAsync()).Points!.Value, 9);
        Assert.Empty((await school.RegradeReader.ListAsync(teacher, assigned.Id, Ct))!);

        var dropped = (await school.Regrades.ApplyAsync(teacher, assigned.Id, Drop(wrong), Ct)).Value!;
        Assert.Equal(46.67, Round((await MarkAsync()).Points));
        await school.Regrades.ApplyAsync(teacher, assigned.Id, Drop(right), Ct);
        Assert.Equal(42, Round((await MarkAsync()).Points));
        var seen = (await school.AttemptReader.GetAsync(students[0], attempt.Id, Ct))!;
        Assert.Equal([true, false, false, false, false, false, true], seen.Questions.Select(answered => answered.IsDropped));
        Assert.Null(seen.Questions[6].Score);

        Assert.Single((await school.Regrades.UndoAsync(teacher, assigned.Id, dropped.Id, Ct)).Value!.Effects);
        Assert.Equal(35, Round((await MarkAsync()).Points));
        Assert.IsType<Refusal.Conflict>((await school.Regrades.UndoAsync(teacher, assigned.Id, dropped.Id, Ct)).Refusal);
        var list = (await school.RegradeReader.ListAsync(teacher, assigned.Id, Ct))!;
        Assert.Equal([(right.Id, true), (wrong.Id, false)], list.Select(regrade => (regrade.QuestionId, regrade.UndoneUtc is null)));

        var lines = (await school.Audit.ListAsync(await school.AddAsync(Role.Admin), cancellationToken: Ct))!.Items;
        Assert.Equal(2, lines.Count(line => line.Action == AuditAction.QuestionRegraded));
        Assert.Single(lines, line => line.Action == AuditAction.RegradeUndone);
        Assert.Single(
            lines, line => line.Action == AuditAction.MarkChanged && line.Detail!.Contains("no longer", StringComparison.Ordinal));

        Task<Gradebook.Mark> MarkAsync() => Regrading.MarkAsync(school, teacher, assigned, students[0]);
    }

    [Theory, BothProviders]
    public async Task An_accepted_answer_is_worth_all_its_points_also_in_attempts_that_come_later(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, students, assigned) = await Regrading.AssignAsync(school, 2);
        var attempt = await Regrading.HandInAsync(school, students[0], right: 4);
        var question = Regrading.QuestionAt(attempt, 6);
        var open = await Regrading.AnswerAsync(school, students[1], right: 0);

        var accepted = (await school.Regrades.ApplyAsync(teacher, assigned.Id, Accept(question), Ct)).Value!;

        Assert.Equal(50, Round((await Regrading.MarkAsync(school, teacher, assigned, students[0])).Points));
        var seen = (await school.AttemptReader.GetAsync(students[0], attempt.Id, Ct))!.Questions[6];
        Assert.Equal((1.0, 1), (seen.Score, seen.Accepted.Count));
        var later = (await school.Attempts.SubmitAsync(students[1], open.Id, Ct)).Value!;
        var has = later.Questions.Any(answered => answered.Planned.Question.Id == question.Id);
        Assert.Equal(has ? 1.0 / 7 : 0, later.Score!.Value, 9);
        Assert.IsType<Refusal.Conflict>((await school.Regrades.ApplyAsync(teacher, assigned.Id, Accept(question), Ct)).Refusal);

        await school.Regrades.UndoAsync(teacher, assigned.Id, accepted.Id, Ct);

        Assert.Equal(40, (await Regrading.MarkAsync(school, teacher, assigned, students[0])).Points!.Value, 9);
        Assert.Equal(0, Round((await Regrading.MarkAsync(school, teacher, assigned, students[1])).Points));
    }

    [Theory, BothProviders]
    public async Task Whoever_drew_other_questions_is_not_touched(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, students, assigned) = await Regrading.AssignAsync(school, 8);
        var attempts = new List<AttemptView>();
        foreach (var student in students)
        {
            attempts.Add(await Regrading.HandInAsync(school, student, right: 3));
        }

        // Somebody drew it, and most likely somebody did not: each draws 7 of all.
        var question = Regrading.QuestionAt(attempts[0], 6);
        var having = attempts.Count(attempt => attempt.Questions.Any(answered => answered.Planned.Question.Id == question.Id));

        var result = (await school.Regrades.ApplyAsync(teacher, assigned.Id, Drop(question), Ct)).Value!;

        Assert.Equal((having, 8 - having), (result.Attempts, result.WithoutIt));
        foreach (var (attempt, student) in attempts.Zip(students))
        {
            var place = attempt.Questions.ToList().FindIndex(answered => answered.Planned.Question.Id == question.Id);
            var expected = place < 0 ? 30 : place < 3 ? 2 * 70 / 6.0 : 35;
            Assert.Equal(Round(expected), Round((await Regrading.MarkAsync(school, teacher, assigned, student)).Points));
        }
    }

    [Theory, BothProviders]
    public async Task Lateness_still_costs_a_teachers_mark_stays_and_held_marks_stay_held(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, students, assigned) = await Regrading.AssignAsync(
            school, 2, new() { Slug = "", DueUtc = null, Points = 70, Late = new(10, 20), AnswersFrom = Release.AtOnce });
        Assert.Null(await school.AssignmentStudents.SetAsync(
            teacher, assigned.Id, students[1].UserId, new() { Points = 12, Reason = "On paper" }, cancellationToken: Ct));
        await Regrading.HandInAsync(school, students[1], right: 7);
        school.Clock.Now = assigned.DueUtc.AddHours(25);
        var attempt = await Regrading.HandInAsync(school, students[0], right: 4);
        Assert.Equal(32, Round((await Regrading.MarkAsync(school, teacher, assigned, students[0])).Points));

        var result = (await school.Regrades.ApplyAsync(teacher, assigned.Id, Drop(Regrading.QuestionAt(attempt, 6)), Ct)).Value!;

        var late = await Regrading.MarkAsync(school, teacher, assigned, students[0]);
        Assert.Equal((37.33, 46.67, true), (Round(late.Points), Round(late.BeforeLate), late.IsLate));
        Assert.Equal(12, (await Regrading.MarkAsync(school, teacher, assigned, students[1])).Points);
        Assert.All(result.Effects, changed => Assert.Equal(changed.Student.Id == students[1].UserId, changed.After.IsOverridden));
        Assert.Null(Assert.Single(Assert.Single(await school.Gradebooks.OwnAsync(students[0], Ct)).Marks).Mark);
    }

    [Theory, BothProviders]
    public async Task Some_question_must_be_left_and_what_cannot_be_accepted_is_refused(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, students, assigned) = await Regrading.AssignAsync(school, 1);
        var attempt = await Regrading.HandInAsync(school, students[0], right: 4);
        var questions = attempt.Questions.Select(answered => answered.Planned.Question).ToList();
        foreach (var question in questions.Take(6))
        {
            Assert.True((await school.Regrades.ApplyAsync(teacher, assigned.Id, Drop(question), Ct)).Succeeded);
        }

        var last = await school.Regrades.ApplyAsync(teacher, assigned.Id, Drop(questions[6]), Ct);
        var unknown = await school.Regrades.PreviewAsync(teacher, assigned.Id, new("no-such", Drop: true, null), Ct);
        var both = await school.Regrades.PreviewAsync(teacher, assigned.Id, new(questions[6].Id, Drop: false, null), Ct);
        var right = await school.Regrades.PreviewAsync(
            teacher, assigned.Id, new(questions[6].Id, Drop: false, Quiz.RightAnswer(questions[6])), Ct);

        Assert.Equal(["question", "question", "drop", "accept"], new[] { last, unknown, both, right }
            .Select(outcome => Assert.Single(Assert.IsType<Refusal.Invalid>(outcome.Refusal).Faults).Field));
        Assert.IsType<Refusal.Conflict>((await school.Regrades.ApplyAsync(teacher, assigned.Id, Drop(questions[0]), Ct)).Refusal);
        Assert.IsType<Refusal.Conflict>((await school.Regrades.ApplyAsync(teacher, assigned.Id, Accept(questions[0]), Ct)).Refusal);
        Assert.Equal(0, Round((await Regrading.MarkAsync(school, teacher, assigned, students[0])).Points));
    }

    [Theory, BothProviders]
    public async Task Only_who_may_change_marks_regrades_and_only_the_staff_sees_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, students, assigned) = await Regrading.AssignAsync(school, 1);
        var attempt = await Regrading.HandInAsync(school, students[0], right: 4);
        var question = Regrading.QuestionAt(attempt, 6);
        var done = (await school.Regrades.ApplyAsync(teacher, assigned.Id, Drop(question), Ct)).Value!;
        var stranger = await school.AddAsync(Role.Teacher);
        await school.AddClassAsync(stranger);

        foreach (var actor in new[] { stranger, students[0] })
        {
            Assert.IsType<Refusal.NotFound>((await school.Regrades.PreviewAsync(actor, assigned.Id, Accept(question), Ct)).Refusal);
            Assert.IsType<Refusal.NotFound>((await school.Regrades.ApplyAsync(actor, assigned.Id, Accept(question), Ct)).Refusal);
            Assert.IsType<Refusal.NotFound>((await school.Regrades.UndoAsync(actor, assigned.Id, done.Id, Ct)).Refusal);
            Assert.Null(await school.RegradeReader.ListAsync(actor, assigned.Id, Ct));
            Assert.Null(await school.RegradeReader.QuestionsAsync(actor, assigned.Id, Ct));
        }

        var listed = (await school.RegradeReader.QuestionsAsync(teacher, assigned.Id, Ct))!;
        Assert.Equal(7, listed.Count);
        var missed = Assert.Single(listed.Single(other => other.Question.Id == question.Id).Answers);
        Assert.Equal((ResponseJson.Write(Regrading.WrongAnswer(question)), 1), (ResponseJson.Write(missed.Response), missed.Count));
        Assert.Equal(
            (double?)(100 * listed.Average(other => other.Mean)),
            (await school.ItemAnalysis.ReadAsync(teacher, assigned.ClassId, new(), Ct))!.Items.Average(item => item.Statistics.Facility),
            (one, other) => Math.Abs(one!.Value - other!.Value) < 1e-6);
    }

    private static RegradeWish Drop(Question question) => new(question.Id, Drop: true, null);

    private static RegradeWish Accept(Question question) => new(question.Id, Drop: false, Regrading.WrongAnswer(question));

    private static double Round(double? points) => Math.Round(points!.Value, 2);
}
