using Classroom.School.Attempts;
using Classroom.School.ItemAnalysis;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>Whose attempts are looked at, which of them, and what that costs.</summary>
public sealed class ItemAnalysisTests(SchoolTemplates templates)
{
    private static readonly ItemFilter All = new() { Attempts = AttemptChoice.All };

    [Theory, BothProviders]
    public async Task Figures_are_of_the_attempts_at_the_class_s_assignments_alone(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, other) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher));
        var (ana, bo) = (await school.AddAsync(Role.Student), await school.AddAsync(Role.Student));
        var (mine, others) = (await school.AddClassAsync(teacher, ana), await school.AddClassAsync(other, ana, bo));
        await Quiz.HandInAsync(school, ana, AttemptMode.Graded, right: false);
        await AssignmentTests.AssignAsync(school, teacher, mine, school.Term.Slug);
        var right = await Quiz.HandInAsync(school, ana, AttemptMode.Graded, right: true);
        await Quiz.HandInAsync(school, ana, AttemptMode.Practice, right: false);
        await Quiz.HandInEmptyAsync(school, ana, AttemptMode.Graded);
        await AssignmentTests.AssignAsync(school, other, others, school.Term.Slug);
        await Quiz.HandInAsync(school, bo, AttemptMode.Graded, right: false);

        var report = (await school.ItemAnalysis.ReadAsync(teacher, mine, All, Ct))!;

        Assert.Equal(("7b", 1), (report.ClassName, report.Attempts));
        Assert.Equal(
            right.Questions.Select(question => question.Planned.Question.Id).Order(),
            report.Items.Select(item => item.Question.Id).Order());
        Assert.All(report.Items, item => Assert.Equal((1, 100.0, 0), (item.Statistics.Attempts, item.Statistics.Facility, item.Blanks)));
        Assert.Equal(1, (await school.ItemAnalysis.ReadAsync(other, others, All, Ct))!.Attempts);
    }

    [Theory, BothProviders]
    public async Task Only_the_class_s_teachers_and_admins_see_figures_and_only_of_students_who_are_in_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, stranger) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher));
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher, student);
        await school.AddClassAsync(stranger, student);
        var assignment = await AssignmentTests.AssignAsync(school, teacher, classId, school.Term.Slug);
        var elsewhere = await AssignmentTests.AssignAsync(school, teacher, await school.AddClassAsync(teacher), school.Term.Slug);
        await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: true);

        foreach (var nobody in new[] { stranger, student })
        {
            Assert.Null(await school.ItemAnalysis.ReadAsync(nobody, classId, All, Ct));
            Assert.Null(await school.ItemAnalysis.ReadAsync(nobody, classId, All with { AssignmentId = assignment.Id }, Ct));
        }

        Assert.Null(await school.ItemAnalysis.ReadAsync(teacher, classId, All with { AssignmentId = elsewhere.Id }, Ct));
        Assert.Equal(1, (await school.ItemAnalysis.ReadAsync(await school.AddAsync(Role.Admin), classId, All, Ct))!.Attempts);
        Assert.Equal(1, (await school.ItemAnalysis.ReadAsync(teacher, classId, All with { AssignmentId = assignment.Id }, Ct))!.Attempts);

        Assert.Null(await school.Rosters.RemoveAsync(teacher, classId, student.UserId, Ct));

        Assert.Empty((await school.ItemAnalysis.ReadAsync(teacher, classId, All, Ct))!.Items);
    }

    [Theory, BothProviders]
    public async Task All_my_classes_are_those_that_I_teach_and_no_others(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, other) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher));
        var classes = new List<int>();
        foreach (var owner in new[] { teacher, teacher, other })
        {
            var student = await school.AddAsync(Role.Student);
            classes.Add(await school.AddClassAsync(owner, student));
            await AssignmentTests.AssignAsync(school, owner, classes[^1], school.Term.Slug);
            await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: true);
        }

        async Task<int> SeenAsync(Actor actor, bool allMine) =>
            (await school.ItemAnalysis.ReadAsync(actor, classes[0], new() { AllMyClasses = allMine }, Ct))!.Attempts;

        var admin = await school.AddAsync(Role.Admin);
        Assert.Equal((1, 2), (await SeenAsync(teacher, allMine: false), await SeenAsync(teacher, allMine: true)));
        Assert.Equal((1, 1), (await SeenAsync(admin, allMine: false), await SeenAsync(admin, allMine: true)));
    }

    [Theory, BothProviders]
    public async Task First_last_best_or_all_attempts_are_looked_at(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student);
        await AssignmentTests.AssignAsync(school, teacher, classId, school.Term.Slug);
        foreach (var right in new[] { false, true, false })
        {
            school.Clock.Now += TimeSpan.FromMinutes(1);
            await Quiz.HandInAsync(school, student, AttemptMode.Graded, right);
        }

        async Task<(int Attempts, double Facility)> SeenAsync(AttemptChoice choice)
        {
            var report = (await school.ItemAnalysis.ReadAsync(teacher, classId, new() { Attempts = choice }, Ct))!;
            return (report.Attempts, Math.Round(
                report.Items.Sum(item => item.Statistics.Facility!.Value * item.Statistics.Attempts)
                / report.Items.Sum(item => item.Statistics.Attempts)));
        }

        Assert.Equal((1, 0), await SeenAsync(AttemptChoice.First));
        Assert.Equal((1, 0), await SeenAsync(AttemptChoice.Last));
        Assert.Equal((1, 100), await SeenAsync(AttemptChoice.Best));
        Assert.Equal((3, 33), await SeenAsync(AttemptChoice.All));
        Assert.Equal(default, new ItemFilter().Attempts);
    }

    [Theory, BothProviders]
    public async Task Blanks_and_wrong_answers_are_counted(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student);
        await AssignmentTests.AssignAsync(school, teacher, classId, school.Term.Slug);
        var attempt = await Quiz.StartAsync(school, student);
        await Quiz.AnswerAsync(school, student, attempt, questions: 2);
        await school.Attempts.SubmitAsync(student, attempt.Id, Ct);

        var items = (await school.ItemAnalysis.ReadAsync(teacher, classId, All, Ct))!.Items;

        Assert.Equal(attempt.Questions.Count - 2, items.Sum(item => item.Blanks));
        Assert.All(items, item => Assert.Equal(item.Blanks == 0 ? 100.0 : 0.0, item.Statistics.Facility));
        Assert.All(
            items.Where(item => item.Blanks == 0), item => Assert.Contains(item.Answers, answer => answer is { IsRight: true, Count: 1 }));
        Assert.All(items.Where(item => item.Blanks == 1), item => Assert.All(item.Answers, answer => Assert.Equal(0, answer.Count)));
    }

    [Theory, BothProviders]
    public async Task First_attempts_after_the_experiment_are_set_against_those_without_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        Actor[] students = [await school.AddAsync(Role.Student), await school.AddAsync(Role.Student), await school.AddAsync(Role.Student)];
        var classId = await school.AddClassAsync(teacher, students);
        await AssignmentTests.AssignAsync(school, teacher, classId, Trials.Slug);
        await Trials.FinishAsync(school, students[0]);
        foreach (var (student, right) in students.Zip([true, false, true]))
        {
            await HandInAsync(school, student, right);
        }
        await Trials.FinishAsync(school, students[1]);
        await HandInAsync(school, students[1], right: true);

        var report = (await school.ItemAnalysis.ReadAsync(teacher, classId, All, Ct))!;

        Assert.Equal(4, report.Attempts);
        Assert.Equal(new ExperimentEffect(Trials.Slug, 1, 1.0, 2, 0.5), Assert.Single(report.Experiments));
        Assert.True(report.Experiments[0].HasFewStudents);
    }

    [Theory, BothProviders]
    public async Task A_whole_class_costs_as_many_queries_as_one_student(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var counts = new List<int>();
        foreach (var size in new[] { 1, 12 })
        {
            var students = new List<Actor>();
            for (var number = 0; number < size; number++)
            {
                students.Add(await school.AddAsync(Role.Student));
            }

            var classId = await school.AddClassAsync(teacher, [.. students]);
            await AssignmentTests.AssignAsync(school, teacher, classId, school.Term.Slug);
            foreach (var student in students)
            {
                await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: student.UserId % 2 == 0);
            }

            school.Queries.Take();
            Assert.Equal(size, (await school.ItemAnalysis.ReadAsync(teacher, classId, All, Ct))!.Attempts);
            counts.Add(school.Queries.Take());
        }

        Assert.Equal([4, 4], counts);
    }

    private static async Task HandInAsync(TestSchool school, Actor student, bool right)
    {
        var attempt = (await school.AttemptStarter.StartOrResumeAsync(
            student, Trials.Slug, AttemptMode.Graded, Classroom.Curriculum.Quizzes.QuestionLevel.Core, Ct)).Value!;
        foreach (var question in attempt.Questions.Select(question => question.Planned.Question))
        {
            var answer = right ? Quiz.RightAnswer(question) : Quiz.WrongAnswer;
            Assert.Null(await school.Attempts.SaveAnswerAsync(student, attempt.Id, question.Id, answer, Ct));
        }

        Assert.True((await school.Attempts.SubmitAsync(student, attempt.Id, Ct)).Succeeded);
    }
}
