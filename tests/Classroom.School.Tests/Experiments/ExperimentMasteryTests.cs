using Classroom.School.Attempts;
using Classroom.School.People;
using Classroom.School.Progress;

namespace Classroom.School.Tests;

public sealed class ExperimentMasteryTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_term_with_an_experiment_is_mastered_when_that_is_done_too(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        await using (var db = school.OpenContext())
        {
            db.Attempts.Add(new Attempt
            {
                UserId = student.UserId,
                Slug = Trials.Slug,
                Mode = AttemptMode.Graded,
                Seed = 1,
                StartedUtc = school.Clock.Now,
                SubmittedUtc = school.Clock.Now,
                Score = 0.9,
            });
            await db.SaveChangesAsync(Ct);
        }

        async Task<TermProgress> Progress() =>
            (await school.Progress.StudentProgressAsync(student, Ct)).Single(term => term.Slug == Trials.Slug);
        await Trials.PredictAsync(school, student);
        var before = await Progress();
        var done = await Trials.FinishAsync(school, student);
        await Trials.FinishAsync(school, student);
        var after = await Progress();

        Assert.Equal((TermState.Practiced, null), (before.State, before.ExperimentDoneUtc));
        Assert.Equal((TermState.Mastered, done.DoneUtc), (after.State, after.ExperimentDoneUtc));
    }

    [Theory, BothProviders]
    public async Task A_teacher_sees_who_has_done_the_experiment_and_what_she_predicted_and_answered_first(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var ana = await school.AddAsync(Role.Student, "Ana");
        var bo = await school.AddAsync(Role.Student, "Bo");
        var classId = await school.AddClassAsync(teacher, ana, bo);
        await AssignmentTests.AssignAsync(school, teacher, classId, Trials.Slug);
        var done = await Trials.FinishAsync(school, ana);
        await Trials.PredictAsync(school, bo, "The one with long steps");

        var rows = (await school.Progress.ClassProgressAsync(teacher, classId, Ct))!.Students;
        var ofAna = Assert.Single((await school.Progress.StudentOfClassAsync(teacher, classId, ana.UserId, Ct))!.Experiments);
        var ofBo = Assert.Single((await school.Progress.StudentOfClassAsync(teacher, classId, bo.UserId, Ct))!.Experiments);

        Assert.Equal([done.DoneUtc, null], rows.Select(row => Assert.Single(row.Cells).ExperimentDoneUtc));
        Assert.Equal((done.DoneUtc, "Both"), (ofAna.DoneUtc, ofAna.Prediction));
        Assert.Equal(["Long steps", "They flew over the valley."], ofAna.Answers.Select(answer => answer.FirstAnswer));
        Assert.Equal((null, "The one with long steps"), (ofBo.DoneUtc, ofBo.Prediction));
        Assert.Empty(ofBo.Answers);
    }

    [Theory, BothProviders]
    public async Task A_whole_class_costs_as_many_queries_as_one_student(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var one = await school.AddClassAsync(teacher, await school.AddAsync(Role.Student));
        var students = new List<Actor>();
        for (var i = 0; i < 30; i++)
        {
            students.Add(await school.AddAsync(Role.Student));
            await Trials.PredictAsync(school, students[^1]);
        }

        var many = await school.AddClassAsync(teacher, [.. students]);
        await AssignmentTests.AssignAsync(school, teacher, many, Trials.Slug);
        school.Queries.Take();

        await school.Progress.ClassProgressAsync(teacher, one, Ct);
        var ofOne = school.Queries.Take();
        await school.Progress.ClassProgressAsync(teacher, many, Ct);

        Assert.Equal((12, 12), (ofOne, school.Queries.Take()));
    }
}
