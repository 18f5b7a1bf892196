using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;
using Classroom.School.Questions;

namespace Classroom.School.Tests;

/// <summary>Quizzes that a teacher put together, from the first question to the marks.</summary>
public sealed class OwnQuizTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_quiz_asks_in_its_order_what_is_named_and_draws_by_tag_what_is_not(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student);
        var ids = await Bank.ImportAsync(school, teacher);
        var ofTerm = QuestionKey.OfTerm(school.Term.Slug, school.Term.Quiz!.Questions[0].Id);
        var quiz = await Bank.AddQuizAsync(
            school, teacher, parts: [new(ids[5]), new(BuiltIn: ofTerm), new(Tag: "7b", Count: 1), new(ids[2])]);

        var attempt = await Bank.StartAsync(school, student, await Bank.AssignAsync(school, teacher, classId, quiz));

        // Of the two with the tag one is in the quiz by its name, so the other is drawn.
        Assert.Equal(
            [QuestionKey.OfOwn(ids[5], 1), ofTerm, QuestionKey.OfOwn(ids[3], 1), QuestionKey.OfOwn(ids[2], 1)],
            attempt.Questions.Select(question => question.Planned.Question.Id));
        Assert.Equal(4, quiz.Questions);
    }

    [Theory, BothProviders]
    public async Task An_attempt_keeps_the_version_that_it_was_given_and_a_new_one_gets_the_new(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student);
        var ids = await Bank.ImportAsync(school, teacher);
        var quiz = await Bank.AddQuizAsync(school, teacher, parts: [.. ids.Select(id => new NewQuizPart(id))]);
        var assignmentId = await Bank.AssignAsync(school, teacher, classId, quiz);
        var begun = await Bank.StartAsync(school, student, assignmentId);
        var truth = (TrueFalseQuestion)Bank.Drafts[2].Question;
        await school.Questions.ChangeAsync(teacher, ids[2], new(truth with { Answer = !truth.Answer }, []), version: 0, Ct);
        Assert.Null(await school.Questions.RemoveAsync(teacher, ids[0], Ct));

        var resumed = await Bank.StartAsync(school, student, assignmentId);
        var first = await Bank.HandInAsync(school, student, resumed, Quiz.RightAnswer);
        var second = await Bank.StartAsync(school, student, assignmentId);

        Assert.Equal(begun.Id, resumed.Id);
        Assert.Equal(7, first.Questions.Count);
        Assert.Equal(1, first.Score);
        Assert.Equal(QuestionKey.OfOwn(ids[2], 1), first.Questions[2].Planned.Question.Id);
        Assert.Equal(6, second.Questions.Count);
        Assert.Equal(QuestionKey.OfOwn(ids[2], 2), second.Questions[1].Planned.Question.Id);
        var wrong = await Bank.HandInAsync(school, student, second, question => question is TrueFalseQuestion q
            ? new TrueFalseResponse(!q.Answer)
            : Quiz.RightAnswer(question));
        Assert.Equal(5 / 6.0, wrong.Score!.Value, precision: 6);
        Assert.Equal(0, await school.Reviews.DueCountAsync(student, Ct));

        var report = (await school.ItemAnalysis.ReadAsync(teacher, classId, new() { Attempts = ItemAnalysis.AttemptChoice.All }, Ct))!;
        Assert.Equal(8, report.Items.Count);
        Assert.All(report.Items, item => Assert.Equal("Friday quiz", item.QuizTitle));
        var (old, now) = (ItemOf(1), ItemOf(2));
        Assert.Equal((1, 100.0), (old.Statistics.Attempts, old.Statistics.Facility));
        Assert.Equal((1, 0.0), (now.Statistics.Attempts, now.Statistics.Facility));

        ItemAnalysis.AnalyzedItem ItemOf(int number) =>
            report.Items.Single(item => item.Question.Id == QuestionKey.OfOwn(ids[2], number));
    }

    [Theory, BothProviders]
    public async Task Only_whom_it_is_given_to_and_who_may_use_it_can_take_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staff = await Staffed.CreateAsync(school);
        var ids = await Bank.ImportAsync(school, staff.Owner);
        var quiz = await Bank.AddQuizAsync(school, staff.Owner, parts: new NewQuizPart(ids[0]));
        Assert.IsType<Refusal.NotFound>(await TakeAsync(staff.Student));

        var assignmentId = await Bank.AssignAsync(school, staff.Teacher, staff.ClassId, quiz);

        foreach (var other in new[] { staff.Stranger, staff.Waiting, staff.Removed, staff.Assistant })
        {
            Assert.IsType<Refusal.NotFound>(await TakeAsync(other));
            Assert.Null(await school.OwnQuizzes.FindAsync(other, quiz.Id, Ct));
        }

        Assert.Null(await TakeAsync(staff.Owner));
        Assert.Null(await TakeAsync(staff.Teacher));
        Assert.IsType<Refusal.Conflict>(await TakeAsync(staff.Student, AttemptMode.Practice));
        Assert.Null(await TakeAsync(staff.Student));
        var taken = await Bank.HandInAsync(
            school, staff.Student, await Bank.StartAsync(school, staff.Student, assignmentId), Quiz.RightAnswer);
        Assert.Equal(1, (await school.AttemptReader.GetAsync(staff.Assistant, taken.Id, Ct))!.Score);
        Assert.Null(await school.AttemptReader.GetAsync(staff.Stranger, taken.Id, Ct));
        Assert.Equal(
            1, (await school.Progress.AssignedAsync(staff.Student, Ct)).Single(due => due.Assignment.Slug == quiz.Slug).Score);

        Assert.Null(await school.Assignments.RemoveAsync(staff.Owner, staff.ClassId, assignmentId, Ct));
        Assert.IsType<Refusal.Conflict>(await TakeAsync(staff.Student));

        async Task<Refusal?> TakeAsync(Actor actor, AttemptMode mode = AttemptMode.Graded) =>
            (await school.AttemptStarter.StartOrResumeAsync(actor, quiz.Slug, mode, QuestionLevel.Core, Ct)).Refusal;
    }

    [Theory, BothProviders]
    public async Task Practice_shows_answers_only_where_the_author_allows_it_and_teaches_the_review_nothing(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student);
        var ids = await Bank.ImportAsync(school, teacher);
        var quiz = await Bank.AddQuizAsync(school, teacher, allowsPractice: true, new NewQuizPart(ids[0]));
        await Bank.AssignAsync(school, teacher, classId, quiz);

        var practice = (await school.AttemptStarter.StartOrResumeAsync(
            student, quiz.Slug, AttemptMode.Practice, QuestionLevel.Core, Ct)).Value!;
        var id = practice.Questions[0].Planned.Question.Id;
        Assert.Null(await school.Attempts.SaveAnswerAsync(student, practice.Id, id, new OneAnswerResponse(1), Ct));
        Assert.Null(await school.Practice.CheckAsync(student, practice.Id, id, Ct));

        Assert.True((await school.AttemptReader.GetAsync(student, practice.Id, Ct))!.Questions[0].IsChecked);
        Assert.Equal(0, await school.Reviews.DueCountAsync(student, Ct));
        await using var db = school.OpenContext();
        Assert.Empty(db.ReviewCards);
    }

    [Theory, BothProviders]
    public async Task What_is_wrong_with_a_quiz_is_named_by_line(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, stranger) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher));
        var ids = await Bank.ImportAsync(school, teacher);

        var refused = await school.OwnQuizzes.CreateAsync(
            stranger,
            new() { Title = " ", Parts = [new(ids[0]), new(BuiltIn: "no--thing"), new(Tag: "7b", Count: 1), new(ids[1], Tag: "7b")] },
            Ct);
        var tooMany = await school.OwnQuizzes.CreateAsync(teacher, new() { Title = "x", Parts = [new(Tag: "7b", Count: 61)] }, Ct);
        var more = await school.OwnQuizzes.CreateAsync(
            teacher, new() { Title = "x", Parts = [new(Tag: "7b", Count: 3), new(ids[0]), new(ids[0])] }, Ct);

        Assert.Equal(
            ["title", "parts", "parts", "parts", "parts"],
            Assert.IsType<Refusal.Invalid>(refused.Refusal).Faults.Select(fault => fault.Field));
        Assert.Contains("at most 60", tooMany.Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("Line 1: 2 questions of yours have this tag", more.Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("Line 3: this is in the quiz already", more.Refusal!.Message, StringComparison.Ordinal);
        Assert.Empty(await school.OwnQuizzes.ListAsync(stranger, Ct));
    }

    [Theory, BothProviders]
    public async Task An_assignment_is_called_like_its_quiz_and_takes_no_quiz_of_a_stranger(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, stranger) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher));
        var classId = await school.AddClassAsync(teacher);
        var ids = await Bank.ImportAsync(school, stranger);
        var theirs = await Bank.AddQuizAsync(school, stranger, parts: new NewQuizPart(ids[0]));
        var mine = await Bank.AddQuizAsync(school, teacher, parts: new NewQuizPart(BuiltIn: QuestionKey.OfTerm(
            school.Term.Slug, school.Term.Quiz!.Questions[0].Id)));
        var wanted = new NewAssignment { Slug = theirs.Slug, Kind = AssignmentKind.Quiz, DueUtc = school.Clock.Now.AddDays(1) };

        var refused = await school.Assignments.AssignAsync(teacher, classId, wanted, Ct);
        var asLesson = await school.Assignments.AssignAsync(
            teacher, classId, wanted with { Slug = mine.Slug, Kind = AssignmentKind.Lesson }, Ct);
        var assigned = await school.Assignments.AssignAsync(teacher, classId, wanted with { Slug = mine.Slug }, Ct);
        var edited = await school.Assignments.EditAsync(
            teacher, assigned.Value!.Id, AssignmentEditingTests.Settings(assigned.Value) with { Title = "" }, assigned.Value.Version, Ct);

        Assert.Equal("quiz", Assert.IsType<Refusal.Invalid>(refused.Refusal).Faults.Single().Field);
        Assert.Equal("kind", Assert.IsType<Refusal.Invalid>(asLesson.Refusal).Faults.Single().Field);
        Assert.Equal(("Friday quiz", "Friday quiz"), (assigned.Value.Title, edited.Value!.Title));
    }
}
