using Classroom.School.Regrades;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>Whatever is regraded, and in whatever order it is undone: the scores are those of before, to the last bit.</summary>
public sealed class RegradeUndoTests(SchoolTemplates templates)
{
    [Theory]
    [InlineData(Provider.Sqlite, 1)]
    [InlineData(Provider.Postgres, 2)]
    [InlineData(Provider.Sqlite, 3)]
    [InlineData(Provider.Postgres, 4)]
    public async Task Undoing_gives_back_exactly_the_scores_of_before(Provider provider, int seed)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, students, assigned) = await Regrading.AssignAsync(school, 4);
        var random = new Random(seed);
        var attempts = new List<Attempts.AttemptView>();
        foreach (var student in students)
        {
            attempts.Add(await Regrading.HandInAsync(school, student, right: random.Next(8)));
        }

        var before = await ScoresAsync(school, assigned.Id);
        var questions = attempts.SelectMany(attempt => attempt.Questions).Select(answered => answered.Planned.Question)
            .DistinctBy(question => question.Id).ToList();
        var done = new List<int>();
        while (done.Count < 8)
        {
            var question = questions[random.Next(questions.Count)];
            var drop = random.Next(2) == 0;
            var wanted = new RegradeWish(question.Id, drop, drop ? null : Regrading.WrongAnswer(question));
            if ((await school.Regrades.ApplyAsync(teacher, assigned.Id, wanted, Ct)).Value is { } result)
            {
                done.Add(result.Id);
            }
        }

        Assert.NotEqual(before, await ScoresAsync(school, assigned.Id));
        foreach (var id in done.OrderBy(_ => random.Next()))
        {
            Assert.True((await school.Regrades.UndoAsync(teacher, assigned.Id, id, Ct)).Succeeded);
        }

        Assert.Equal(before, await ScoresAsync(school, assigned.Id));
    }

    private static async Task<List<long>> ScoresAsync(TestSchool school, int assignmentId)
    {
        await using var db = school.OpenContext();
        var scores = await db.Attempts.Where(attempt => attempt.AssignmentId == assignmentId).OrderBy(attempt => attempt.Id)
            .Select(attempt => attempt.Score!.Value).ToListAsync(Ct);
        return scores.ConvertAll(BitConverter.DoubleToInt64Bits);
    }
}
