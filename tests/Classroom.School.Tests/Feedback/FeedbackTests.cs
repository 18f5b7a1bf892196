using Classroom.School.Audit;
using Classroom.School.Feedback;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>Notes from a class's staff to its students.</summary>
public sealed class FeedbackTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_note_is_read_by_its_student_and_by_all_of_the_class_s_staff(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school);
        var attempt = await scene.HandInAsync();
        var question = attempt.Questions[1].Planned.Question.Id;
        var whole = await scene.WriteAsync(scene.Teacher, scene.Note("  Well\r\ndone. "));
        var answer = await scene.WriteAsync(
            scene.Assistant, scene.Note("Read the figure again.") with { AttemptId = attempt.Id, QuestionId = question });

        var notes = await scene.MineAsync();
        Assert.Equal([answer, whole], notes.Select(note => note.Id));
        Assert.Equal((attempt.Id, question, school.Term.Slug), (notes[0].AttemptId, notes[0].QuestionId, notes[0].AttemptSlug));
        Assert.Equal("Well\ndone.", notes[1].Text);
        Assert.All(notes, note => Assert.Equal(scene.Assigned.Id, note.Assignment!.Id));

        Assert.Null(await school.Feedback.MarkReadAsync(scene.Student, answer, Ct));
        Assert.Equal([whole, answer], (await scene.MineAsync()).Select(note => note.Id));
        Assert.Equal(whole, Assert.Single(await school.Notes.MineAsync(scene.Student, most: 0, Ct)).Id);
        foreach (var staff in new[] { scene.Teacher, scene.Assistant })
        {
            var seen = await school.Notes.ForAssignmentAsync(staff, scene.Assigned.Id, scene.Student.UserId, Ct);
            Assert.Equal([whole, answer], seen.Select(note => note.Id));
            Assert.Equal(staff == scene.Teacher, seen[0].IsMine);
            Assert.Equal(2, (await school.Notes.ForAttemptAsync(staff, attempt.Id, Ct)).Count);
        }

        var lines = (await school.Audit.ListAsync(await school.AddAsync(Role.Admin), cancellationToken: Ct))!.Items;
        Assert.Contains(lines, line => line.Action == AuditAction.FeedbackWritten && line.Detail!.Contains($"question {question}"));
    }

    [Theory, BothProviders]
    public async Task An_author_changes_her_note_which_is_then_new_again_and_withdraws_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school);
        var id = await scene.WriteAsync(scene.Assistant, scene.Note());
        await school.Feedback.MarkReadAsync(scene.Student, id, Ct);
        var version = (await school.Notes.ForAssignmentAsync(scene.Assistant, scene.Assigned.Id, scene.Student.UserId, Ct))[0].Version;

        Assert.IsType<Refusal.NotFound>(await school.Feedback.EditAsync(scene.Teacher, id, "Not hers to change", version, Ct));
        Assert.IsType<Refusal.Conflict>(await school.Feedback.EditAsync(scene.Assistant, id, "Stale", version + 7, Ct));
        Assert.IsType<Refusal.Invalid>(await school.Feedback.EditAsync(scene.Assistant, id, " ", version, Ct));
        Assert.Null(await school.Feedback.EditAsync(scene.Assistant, id, "Better words.", version, Ct));
        var note = Assert.Single(await scene.MineAsync());
        Assert.Equal(("Better words.", null, school.Clock.Now), (note.Text, note.ReadUtc, note.EditedUtc));

        Assert.IsType<Refusal.NotFound>(await school.Feedback.WithdrawAsync(scene.Student, id, Ct));
        Assert.Null(await school.Feedback.WithdrawAsync(scene.Teacher, id, Ct));
        Assert.Empty(await scene.MineAsync());
        Assert.IsType<Refusal.NotFound>(await school.Feedback.WithdrawAsync(scene.Teacher, id, Ct));
        Assert.IsType<Refusal.NotFound>(await school.Feedback.MarkReadAsync(scene.Student, id, Ct));
        var lines = (await school.Audit.ListAsync(await school.AddAsync(Role.Admin), cancellationToken: Ct))!.Items;
        Assert.Contains(
            lines, line => line.Action == AuditAction.FeedbackChanged && line.Detail!.Contains("“Well done.” to “Better words.”"));
        Assert.Contains(lines, line => line.Action == AuditAction.FeedbackWithdrawn);
    }

    [Theory, BothProviders]
    public async Task Hostile_notes_are_refused_with_everything_that_is_wrong_and_nothing_is_stored(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school);
        foreach (var text in new[] { "", " \n ", new string('x', 2001), "a\0b", "a\u202Eb", "a\u200Bb", "\uD800", "a\uDC00" })
        {
            var refused = await school.Feedback.WriteAsync(scene.Teacher, scene.Note(text) with { Step = 3 }, Ct);
            Assert.Equal(["step", "text"], Assert.IsType<Refusal.Invalid>(refused.Refusal).Faults.Select(fault => fault.Field));
        }

        Assert.Empty(await scene.MineAsync());
        foreach (var text in new[] { "<script>alert(1)</script>", "'; DROP TABLE Users; --", "👩‍🔬 نامه‌ای", new string('x', 2000) })
        {
            await scene.WriteAsync(scene.Teacher, scene.Note(text));
            Assert.Equal(text, (await scene.MineAsync())[0].Text);
        }
    }

    [Theory, BothProviders]
    public async Task Nobody_writes_about_work_that_is_not_for_the_class(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school);
        var open = await Quiz.StartAsync(school, scene.Student);
        var question = open.Questions[0].Planned.Question.Id;
        var stranger = await school.AddAsync(Role.Student);
        var run = (await school.RunCreator.CreateAsync(stranger, RunTests.Wanted, Ct)).Value!;
        var note = scene.Note();
        foreach (var (author, wanted) in new (Actor, NewNote)[]
        {
            (scene.Other, note),
            (scene.Student, note),
            (scene.Other, note with { ClassId = scene.OtherClassId }),
            (scene.Teacher, note with { ClassId = scene.OtherClassId }),
            (scene.Teacher, note with { StudentId = stranger.UserId }),
            (scene.Teacher, note with { AssignmentId = null }),
            (scene.Teacher, note with { QuestionId = question }),
            (scene.Teacher, note with { AttemptId = open.Id, QuestionId = question }),
            (scene.Teacher, note with { AttemptId = 12345, QuestionId = question }),
            (scene.Teacher, note with { AssignmentId = null, RunId = run.Id }),
        })
        {
            Assert.IsType<Refusal.NotFound>((await school.Feedback.WriteAsync(author, wanted, Ct)).Refusal);
        }

        await school.Attempts.SubmitAsync(scene.Student, open.Id, Ct);
        Assert.IsType<Refusal.NotFound>((await school.Feedback.WriteAsync(
            scene.Teacher, note with { AttemptId = open.Id, QuestionId = "no-such-question" }, Ct)).Refusal);
        var id = await scene.WriteAsync(scene.Teacher, note with { AttemptId = open.Id, QuestionId = question });
        foreach (var reader in new[] { scene.Other, stranger })
        {
            Assert.Empty(await school.Notes.ForAssignmentAsync(reader, scene.Assigned.Id, scene.Student.UserId, Ct));
            Assert.Empty(await school.Notes.ForAttemptAsync(reader, open.Id, Ct));
            Assert.IsType<Refusal.NotFound>(await school.Feedback.MarkReadAsync(reader, id, Ct));
            Assert.IsType<Refusal.NotFound>(await school.Feedback.WithdrawAsync(reader, id, Ct));
            Assert.IsType<Refusal.NotFound>(await school.Feedback.EditAsync(reader, id, "x", 0, Ct));
        }
    }

    [Theory, BothProviders]
    public async Task A_note_on_a_run_is_pinned_to_a_step_that_it_has(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school);
        var run = (await school.RunCreator.CreateAsync(scene.Student, RunTests.Wanted, Ct)).Value!;
        var note = scene.Note("Look at the bump.") with { AssignmentId = null, RunId = run.Id };
        foreach (var step in new[] { -1, run.Steps + 1, int.MaxValue })
        {
            var refused = await school.Feedback.WriteAsync(scene.Teacher, note with { Step = step }, Ct);
            Assert.Equal("step", Assert.Single(Assert.IsType<Refusal.Invalid>(refused.Refusal).Faults).Field);
        }

        await scene.WriteAsync(scene.Teacher, note with { Step = run.Steps });
        await scene.WriteAsync(scene.Other, note with { ClassId = scene.OtherClassId, Step = 0 });

        Assert.Equal([0, run.Steps], (await school.Notes.ForRunAsync(scene.Student, run.Id, Ct)).Select(pinned => pinned.Step));
        Assert.Equal(run.Steps, Assert.Single(await school.Notes.ForRunAsync(scene.Assistant, run.Id, Ct)).Step);
        Assert.Equal(scene.ClassId, Assert.Single(await school.Notes.ClassesForRunAsync(scene.Assistant, run.Id, Ct)).Id);
        Assert.Empty(await school.Notes.ClassesForRunAsync(scene.Student, run.Id, Ct));
    }

    [Theory, BothProviders]
    public async Task In_an_archived_class_nobody_writes_and_its_students_read_nothing(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school);
        var id = await scene.WriteAsync(scene.Teacher, scene.Note());
        Assert.Null(await school.ClassArchive.ArchiveAsync(scene.Teacher, scene.ClassId, Ct));

        Assert.IsType<Refusal.Conflict>((await school.Feedback.WriteAsync(scene.Teacher, scene.Note(), Ct)).Refusal);
        Assert.IsType<Refusal.Conflict>(await school.Feedback.WithdrawAsync(scene.Teacher, id, Ct));
        Assert.Empty(await scene.MineAsync());
        Assert.Single(await school.Notes.ForAssignmentAsync(scene.Teacher, scene.Assigned.Id, scene.Student.UserId, Ct));
    }
}
