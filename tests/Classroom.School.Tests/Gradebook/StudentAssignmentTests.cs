using Classroom.School.Assignments;
using Classroom.School.Gradebook;
using Classroom.School.People;
using Classroom.School.Trials;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

/// <summary>What a student has to do, and the settings that her teacher reads.</summary>
public sealed class StudentAssignmentTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_student_has_begun_what_she_has_opened_read_or_predicted(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (student, teacher) = (await school.AddAsync(Role.Student), await school.AddAsync(Role.Teacher));
        var classId = await school.AddClassAsync(teacher, student);
        var term = school.Curriculum.Terms.First(term => term.Quiz is not null && term.HasExperiment);
        foreach (var kind in Enum.GetValues<AssignmentKind>())
        {
            var assigned = await school.Assignments.AssignAsync(
                teacher,
                classId,
                new()
                {
                    Slug = term.Slug,
                    Kind = kind,
                    Goal = kind == AssignmentKind.Task ? TaskGoal.BeatClass : null,
                    DueUtc = school.Clock.Now.AddDays(1),
                },
                Ct);
            Assert.True(assigned.Succeeded, assigned.Refusal?.Message);
        }

        Assert.Equal(["NotBegun", "NotBegun", "NotBegun", "NotBegun"], await StatesAsync());
        await school.Readings.MarkReadAsync(student, term.Slug, Ct);
        Assert.Equal(["Begun", "NotBegun", "NotBegun", "NotBegun"], await StatesAsync());
        var quiz = (await ListAsync()).Single(own => own.Assignment.Kind == AssignmentKind.Quiz).Assignment.Id;
        var begun = (await school.AttemptStarter.StartOrResumeAsync(student, quiz, Ct)).Value!;
        Assert.False(begun.IsResumed);
        Assert.True((await school.AttemptStarter.StartOrResumeAsync(student, quiz, Ct)).Value!.IsResumed);
        Assert.Equal(["Begun", "Begun", "NotBegun", "NotBegun"], await StatesAsync());
        await using (var db = school.OpenContext())
        {
            db.ExperimentTrials.Add(new ExperimentTrial
            {
                Id = Guid.CreateVersion7(),
                UserId = student.UserId,
                Slug = term.Slug,
                Prediction = "It falls.",
                CreatedUtc = school.Clock.Now,
            });
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(["Begun", "Begun", "Begun", "NotBegun"], await StatesAsync());
        school.Clock.Now = school.Clock.Now.AddDays(2);
        Assert.Equal(["Missing", "Missing", "Missing", "Missing"], await StatesAsync());
        Assert.Empty(await Reader<StudentAssignmentReader>(school).ListAsync(teacher, Ct));

        async Task<IReadOnlyList<StudentAssignment>> ListAsync() => await Reader<StudentAssignmentReader>(school).ListAsync(student, Ct);

        async Task<IEnumerable<string>> StatesAsync() =>
            (await ListAsync()).OrderBy(own => own.Assignment.Kind).Select(own => own.State.ToString());
    }

    [Theory, BothProviders]
    public async Task Settings_are_read_as_they_were_given_and_by_teachers_of_the_class_alone(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (ana, bo) = (await school.AddAsync(Role.Student), await school.AddAsync(Role.Student));
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher, ana, bo);
        var wanted = new NewAssignment
        {
            Slug = school.Term.Slug,
            Kind = AssignmentKind.Quiz,
            Title = "Test 1",
            DueUtc = school.Clock.Now.AddDays(1),
            ClosesUtc = school.Clock.Now.AddDays(2),
            Minutes = 30,
            Late = new(10, 50),
            Students = [bo.UserId],
            ScoresFrom = Release.WhenPosted,
            AnswersFrom = Release.Never,
            IsDraft = true,
        };
        var id = (await school.Assignments.AssignAsync(teacher, classId, wanted, Ct)).Value!.Id;
        var reader = Reader<AssignmentReader>(school);

        var setup = (await reader.FindAsync(teacher, id, Ct))!;
        var settings = setup.ToSettings();
        Assert.Equal([bo.UserId], settings.Students!);
        Assert.Equal(
            (wanted.Title, wanted.Minutes, wanted.Late, wanted.ScoresFrom, wanted.AnswersFrom, wanted.IsDraft, wanted.ClosesUtc),
            (settings.Title, settings.Minutes, settings.Late, settings.ScoresFrom, settings.AnswersFrom, settings.IsDraft,
                settings.ClosesUtc));
        Assert.Equal([id], (await reader.ListAsync(teacher, classId, Ct))!.Select(found => found.Assignment.Id));
        foreach (var stranger in new[] { ana, bo, await school.AddAsync(Role.Teacher) })
        {
            Assert.Null(await reader.FindAsync(stranger, id, Ct));
            Assert.Null(await reader.ListAsync(stranger, classId, Ct));
        }

        var unread = await school.Assignments.EditAsync(
            teacher, id, settings with { Points = -1, Unread = [new("title", "Unread.")] }, setup.Assignment.Version, Ct);
        Assert.Equal(["points", "title"], Assert.IsType<Refusal.Invalid>(unread.Refusal).Faults.Select(fault => fault.Field).Order());
    }

    private static T Reader<T>(TestSchool school)
        where T : notnull => school.Services.GetRequiredService<T>();
}
