using Classroom.School.Attempts;
using Classroom.School.Home;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>Whom a teacher's home page tells of a class, and what it costs.</summary>
public sealed class TeacherDayRightsTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Nobody_but_the_staff_of_a_current_class_is_told_of_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);
        await school.AddClassAsync(staffed.Stranger, staffed.Student);
        await AssignmentEditingTests.AssignAsync(school, staffed.Owner, staffed.ClassId);
        school.Clock.Now += TimeSpan.FromDays(4);

        await ToldAsync(staffed.Owner, TodoKind.LetIn, TodoKind.Overdue);
        await ToldAsync(staffed.Teacher, TodoKind.LetIn, TodoKind.Overdue);
        await ToldAsync(staffed.Assistant, TodoKind.Overdue);
        foreach (var actor in new[] { staffed.Stranger, staffed.Admin, staffed.Student, staffed.Waiting, staffed.Removed })
        {
            await ToldAsync(actor);
        }

        // The role of somebody who is still on the staff was taken away.
        await ToldAsync(staffed.Teacher with { Role = Role.Student });
        Assert.Null(await school.ClassTeachers.RemoveAsync(staffed.Owner, staffed.ClassId, staffed.Teacher.UserId, Ct));
        await ToldAsync(staffed.Teacher);
        Assert.Null(await school.ClassArchive.ArchiveAsync(staffed.Owner, staffed.ClassId, Ct));
        await ToldAsync(staffed.Owner);
        Assert.Null(await school.ClassArchive.RestoreAsync(staffed.Owner, staffed.ClassId, Ct));
        await ToldAsync(staffed.Owner, TodoKind.LetIn, TodoKind.Overdue);

        async Task ToldAsync(Actor actor, params TodoKind[] kinds)
        {
            var day = await school.TeacherDays.ReadAsync(actor, Ct);
            Assert.Equal(kinds, day.Todos.Select(todo => todo.Kind));
            Assert.All(day.Todos, todo => Assert.Equal(staffed.ClassId, todo.ClassId));
            Assert.Equal(kinds.Length > 0, day.Classes.Any(c => c.Id == staffed.ClassId));
        }
    }

    [Theory, BothProviders]
    public async Task Work_in_one_class_is_not_told_in_another_and_a_student_who_left_is_counted_nowhere(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school);
        var theirs = await AssignmentEditingTests.AssignAsync(school, scene.Other, scene.OtherClassId);
        var attempt = (await school.AttemptStarter.StartOrResumeAsync(scene.Student, scene.Assigned.Id, Ct)).Value!;
        await Quiz.AnswerAsync(school, scene.Student, attempt, attempt.Questions.Count);
        await school.Attempts.SubmitAsync(scene.Student, attempt.Id, Ct);

        Assert.Equal([(TodoKind.PostMarks, scene.Assigned.Id)], await TodosAsync(scene.Teacher));
        Assert.Empty(await TodosAsync(scene.Other));
        school.Clock.Now += TimeSpan.FromDays(4);
        Assert.Equal([(TodoKind.Overdue, theirs.Id)], await TodosAsync(scene.Other));

        Assert.Null(await school.Rosters.RemoveAsync(scene.Teacher, scene.ClassId, scene.Student.UserId, Ct));
        Assert.Null(await school.Rosters.RemoveAsync(scene.Other, scene.OtherClassId, scene.Student.UserId, Ct));
        Assert.Empty(await TodosAsync(scene.Teacher));
        Assert.Empty(await TodosAsync(scene.Other));

        async Task<IEnumerable<(TodoKind, int)>> TodosAsync(Actor actor) =>
            (await school.TeacherDays.ReadAsync(actor, Ct)).Todos.Select(todo => (todo.Kind, todo.Assignment!.Id));
    }

    [Theory, BothProviders]
    public async Task Many_classes_cost_as_many_queries_as_one(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        Assert.Equal(1, await CostAsync());
        await AddClassAsync(assignments: 1);
        var one = await CostAsync();
        Assert.InRange(one, 2, 10);

        for (var i = 0; i < 4; i++)
        {
            await AddClassAsync(assignments: 6);
        }

        Assert.Equal(one, await CostAsync());
        var day = await school.TeacherDays.ReadAsync(teacher, Ct);
        Assert.Equal([5, 5, 5, 5, 5], day.Classes.Select(c => c.Students));
        Assert.Equal([1, 6, 6, 6, 6], day.Coming.OrderBy(ofClass => ofClass.Key).Select(ofClass => ofClass.Count()));
        Assert.All(day.Coming.SelectMany(ofClass => ofClass), coming => Assert.Equal(5, coming.Students));

        async Task AddClassAsync(int assignments)
        {
            var students = new List<Actor>();
            for (var i = 0; i < 5; i++)
            {
                students.Add(await school.AddAsync(Role.Student));
            }

            var classId = await school.AddClassAsync(teacher, [.. students]);
            foreach (var term in school.Curriculum.Terms.Where(term => term.HasLesson && term.Quiz is not null).Take(assignments))
            {
                await AssignmentTests.AssignAsync(school, teacher, classId, term.Slug);
            }

            await Quiz.HandInAsync(school, students[0], AttemptMode.Graded, right: true);
        }

        async Task<int> CostAsync()
        {
            school.Queries.Take();
            await school.TeacherDays.ReadAsync(teacher, Ct);
            return school.Queries.Take();
        }
    }
}
