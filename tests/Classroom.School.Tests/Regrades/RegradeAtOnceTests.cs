using Classroom.School.Regrades;

namespace Classroom.School.Tests;

/// <summary>Students hand in while their teacher regrades.</summary>
public sealed class RegradeAtOnceTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Nobody_who_hands_in_meanwhile_is_graded_by_the_old_rules(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, students, assigned) = await Regrading.AssignAsync(school, 12);
        var attempts = new List<Attempts.AttemptView>();
        foreach (var student in students)
        {
            attempts.Add(await Regrading.AnswerAsync(school, student, right: 3));
        }

        var question = Regrading.QuestionAt(attempts[0], 6);
        var handIns = students.Zip(attempts).Select(pair => Task.Run(
            async () => Assert.True((await school.Attempts.SubmitAsync(pair.First, pair.Second.Id, Ct)).Succeeded), Ct)).ToList();
        handIns.Add(Task.Run(
            async () => Assert.True((await school.Regrades.ApplyAsync(
                teacher, assigned.Id, new RegradeWish(question.Id, Drop: true, null), Ct)).Succeeded),
            Ct));
        await Task.WhenAll(handIns);

        foreach (var (attempt, student) in attempts.Zip(students))
        {
            var place = attempt.Questions.ToList().FindIndex(answered => answered.Planned.Question.Id == question.Id);
            var expected = place < 0 ? 30 : place < 3 ? 2 * 70 / 6.0 : 35;
            Assert.Equal(expected, (await Regrading.MarkAsync(school, teacher, assigned, student)).Points!.Value, 6);
        }
    }
}
