using Classroom.Curriculum.Quizzes;
using Classroom.School.Audit;
using Classroom.School.People;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class QuestionBankTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Questions_come_back_as_they_were_stored_and_are_found_by_words_tag_and_kind(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);

        var ids = await Bank.ImportAsync(school, teacher);

        var all = await school.QuestionReader.ListForFileAsync(teacher, new(), ids: null, Ct);
        Assert.Equal(Bank.Drafts.Select(draft => Bank.Json(draft.Question)), all.Select(stored => Bank.Json(stored.Question)));
        Assert.Equal(ids, all.Select(stored => stored.Id));
        Assert.Equal(7, all.DistinctBy(stored => stored.Question.Kind).Count());
        Assert.All(all, stored => Assert.Equal(QuestionKey.OfOwn(stored.Id, 1), stored.Question.Id));
        Assert.Equal([ids[0]], await FindAsync(school, teacher, new() { Text = "NORWAY" }));
        Assert.Equal([ids[0]], await FindAsync(school, teacher, new() { Text = "capital", Kind = QuestionKind.OneAnswer }));
        Assert.Equal([ids[3], ids[2]], await FindAsync(school, teacher, new() { Tag = "7B" }));
        Assert.Equal([new TagCount("7b", 2)], await school.QuestionReader.TagsAsync(teacher, Ct));
        Assert.Empty(await FindAsync(school, teacher, new() { Text = "100%_" }));
        Assert.Empty(await FindAsync(school, teacher, new() { Text = "\0\ud83d'\"", Tag = "\0" }));
    }

    [Theory, BothProviders]
    public async Task A_colleague_sees_and_copies_only_its_author_changes_and_nobody_else_knows_of_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staff = await Staffed.CreateAsync(school);
        var ids = await Bank.ImportAsync(school, staff.Owner);
        var draft = Bank.Drafts[1];

        Assert.NotNull(await school.QuestionReader.FindAsync(staff.Teacher, ids[0], Ct));
        Assert.NotNull(await school.QuestionReader.FindAsync(staff.Admin, ids[0], Ct));
        Assert.Empty(await FindAsync(school, staff.Teacher, new() { OnlyMine = true }));
        foreach (var other in new[] { staff.Teacher, staff.Admin, staff.Assistant, staff.Stranger, staff.Student })
        {
            Assert.IsType<Refusal.NotFound>((await school.Questions.ChangeAsync(other, ids[0], draft, 0, Ct)).Refusal);
            Assert.IsType<Refusal.NotFound>(await school.Questions.RemoveAsync(other, ids[0], Ct));
        }

        foreach (var other in new[] { staff.Assistant, staff.Stranger, staff.Student, staff.Waiting })
        {
            Assert.Null(await school.QuestionReader.FindAsync(other, ids[0], Ct));
            Assert.Empty((await school.QuestionReader.ListAsync(other, new(), cancellationToken: Ct)).Items);
            Assert.Empty(await school.QuestionReader.TagsAsync(other, Ct));
            Assert.IsType<Refusal.NotFound>((await school.Questions.CopyAsync(other, ids[0], Ct)).Refusal);
        }

        Assert.IsType<Refusal.NotFound>((await school.Questions.AddAsync(staff.Student, draft, Ct)).Refusal);
        Assert.IsType<Refusal.NotFound>((await school.Questions.ImportAsync(staff.Student, [draft], Ct)).Refusal);
        var copy = (await school.Questions.CopyAsync(staff.Teacher, ids[0], Ct)).Value!;
        Assert.Equal((staff.Teacher.UserId, "Teacher"), (copy.AuthorId, copy.AuthorName));
        Assert.Equal([copy.Id], await FindAsync(school, staff.Teacher, new() { OnlyMine = true }));
    }

    [Theory, BothProviders]
    public async Task A_change_makes_a_version_and_one_that_was_based_on_an_older_reading_is_refused(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var first = (await school.Questions.AddAsync(teacher, Bank.Drafts[0], Ct)).Value!;

        var tagged = (await school.Questions.ChangeAsync(
            teacher, first.Id, Bank.Drafts[0] with { Tags = ["New", " new "] }, first.Version, Ct)).Value!;
        var changed = (await school.Questions.ChangeAsync(teacher, first.Id, Bank.Drafts[2], tagged.Version, Ct)).Value!;
        var late = await school.Questions.ChangeAsync(teacher, first.Id, Bank.Drafts[3], tagged.Version, Ct);

        Assert.Equal((1, 2), (tagged.Number, changed.Number));
        Assert.Equal(["new"], tagged.Tags);
        Assert.Equal(QuestionKind.TrueFalse, changed.Question.Kind);
        Assert.IsType<Refusal.Conflict>(late.Refusal);
        await using var db = school.OpenContext();
        Assert.Equal(2, await db.QuestionVersions.CountAsync(Ct));
    }

    [Theory, BothProviders]
    public async Task All_faults_are_named_and_nothing_is_stored(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var hostile = (OneAnswerQuestion)Bank.Drafts[0].Question with
        {
            PromptHtml = "<p><script>alert(1)</script></p>",
            Hint = new string('x', 1_001),
            Choices = [new() { Text = "same", IsCorrect = false }, new() { Text = "same", IsCorrect = false }],
        };
        var chart = school.Curriculum.Terms.SelectMany(term => term.Quiz?.Questions ?? []).OfType<ReadChartQuestion>().First();

        var refused = await school.Questions.ImportAsync(
            teacher,
            [Bank.Drafts[1], new(hostile, ["a,b", new('t', 41)]), new(chart with { ChartHtml = "<img src=x onerror=alert(1)>" }, [])],
            Ct);

        var faults = Assert.IsType<Refusal.Invalid>(refused.Refusal).Faults;
        Assert.Equal(
            ["questions[1].choices", "questions[1].hint", "questions[1].prompt", "questions[1].tags", "questions[2].chart"],
            faults.Select(fault => fault.Field).Distinct().Order());
        Assert.Empty(await FindAsync(school, teacher, new()));
    }

    [Theory, BothProviders]
    public async Task A_copy_of_a_lessons_question_keeps_its_chart(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var (slug, chart) = school.Curriculum.Terms
            .SelectMany(term => term.Quiz?.Questions ?? [], (term, question) => (term.Slug, question))
            .First(pair => pair.question is ReadChartQuestion);

        var copy = await school.Questions.CopyOfTermAsync(teacher, QuestionKey.OfTerm(slug, chart.Id), Ct);

        Assert.True(copy.Succeeded, copy.Refusal?.Message);
        Assert.Equal(Bank.Json(chart), Bank.Json(copy.Value.Question));
    }

    [Theory, BothProviders]
    public async Task Every_act_is_in_the_audit_log(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, admin) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Admin));
        var stored = (await school.Questions.AddAsync(teacher, Bank.Drafts[0], Ct)).Value!;
        await school.Questions.ChangeAsync(teacher, stored.Id, Bank.Drafts[2], stored.Version, Ct);
        await school.Questions.RemoveAsync(teacher, stored.Id, Ct);
        var ids = await Bank.ImportAsync(school, teacher);
        var quiz = await Bank.AddQuizAsync(school, teacher, parts: new NewQuizPart(ids[0]));
        var settings = new QuizSettings { Title = "Monday", Parts = [new(Tag: "7b", Count: 2)] };
        Assert.True((await school.OwnQuizzes.ChangeAsync(teacher, quiz.Id, settings, quiz.Version, Ct)).Succeeded);
        Assert.Null(await school.OwnQuizzes.RemoveAsync(teacher, quiz.Id, Ct));

        var entries = (await school.Audit.ListAsync(admin, cancellationToken: Ct))!.Items.Reverse().ToList();

        Assert.Equal(
            [
                AuditAction.QuestionCreated, AuditAction.QuestionChanged, AuditAction.QuestionRemoved, AuditAction.QuestionsImported,
                AuditAction.QuizCreated, AuditAction.QuizChanged, AuditAction.QuizRemoved,
            ],
            entries.Select(entry => entry.Action));
        Assert.Equal($"#{quiz.Id}: “Friday quiz”: #{ids[0]} to “Monday”: 2 of “7b”", entries[5].Detail);
    }

    private static async Task<IReadOnlyList<int>> FindAsync(TestSchool school, Actor actor, BankFilter filter) =>
        [.. (await school.QuestionReader.ListAsync(actor, filter, cancellationToken: Ct)).Items.Select(stored => stored.Id)];
}
