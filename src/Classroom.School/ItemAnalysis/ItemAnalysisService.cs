using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Classes;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.ItemAnalysis;

/// <summary>
/// How the questions of quizzes worked, for those who teach the class. Four queries, however many students and questions there are.
/// </summary>
public sealed class ItemAnalysisService(IDbContextFactory<ClassroomDbContext> contexts, Curriculum.Curriculum curriculum, QuizSource source)
{
    /// <summary>Null for anyone but the class's teachers and admins, and for an assignment that is not a quiz of the class.</summary>
    public async Task<ItemReport?> ReadAsync(Actor actor, int classId, ItemFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Classes.RunBy(actor)
            .Where(c => c.Id == classId)
            .Select(c => new
            {
                c.Name,
                Assignments = db.Assignments.WithQuiz().Where(a => a.ClassId == c.Id)
                    .OrderBy(a => a.DueUtc).ThenBy(a => a.Id)
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || (filter.AssignmentId is { } id && !found.Assignments.Exists(a => a.Id == id)))
        {
            return null;
        }

        var all = await AttemptsAsync(db, actor, classId, filter, cancellationToken);
        var chosen = HandedInAttempt.Choose(all, filter.Attempts).ToList();
        return new ItemReport
        {
            ClassName = found.Name,
            Assignments = found.Assignments.ConvertAll(AssignmentDetails.From),
            Attempts = chosen.Count,
            Items = await ItemsAsync(db, chosen, cancellationToken),
            Experiments = await ExperimentsAsync(db, [.. HandedInAttempt.Choose(all, AttemptChoice.First)], cancellationToken),
        };
    }

    // What a student did for an assignment is its teachers' to see for as long as she is in the class.
    private static Task<List<HandedInAttempt>> AttemptsAsync(
        ClassroomDbContext db, Actor actor, int classId, ItemFilter filter, CancellationToken cancellationToken)
    {
        var classes = db.Classes.RunBy(actor)
            .Where(c => c.Id == classId
                || (filter.AllMyClasses && filter.AssignmentId == null && c.Teachers.Any(t => t.UserId == actor.UserId)));
        var assignments = db.Assignments.Where(a => classes.Any(c => c.Id == a.ClassId)
            && (filter.AssignmentId == null || a.Id == filter.AssignmentId));
        return db.Attempts
            .Where(attempt => attempt.Mode == AttemptMode.Graded && assignments.Any(a => a.Id == attempt.AssignmentId
                && a.Class.Enrolments.Any(e => e.UserId == attempt.UserId)))
            .ThatCount()
            .OrderBy(attempt => attempt.SubmittedUtc).ThenBy(attempt => attempt.Id)
            .Select(attempt => new HandedInAttempt(
                attempt.Id, attempt.UserId, attempt.Slug, attempt.Score ?? 0, attempt.SubmittedUtc!.Value))
            .ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<AnalyzedItem>> ItemsAsync(
        ClassroomDbContext db, IReadOnlyList<HandedInAttempt> attempts, CancellationToken cancellationToken)
    {
        // One parameter for all of them: a database takes only so many.
        var ids = attempts.Select(attempt => attempt.Id).ToList();
        var answers = await db.AttemptAnswers
            .Where(answer => EF.Parameter(ids).Contains(answer.AttemptId) && answer.Score != null)
            .Select(answer => new { answer.AttemptId, answer.QuestionId, answer.Place, answer.ResponseJson, Score = answer.Score!.Value })
            .ToListAsync(cancellationToken);
        var sums = answers.GroupBy(answer => answer.AttemptId)
            .ToDictionary(own => own.Key, own => (Sum: own.Sum(answer => answer.Score), Count: own.Count()));

        ItemScore ScoreOf(int attemptId, double score)
        {
            var (sum, count) = sums[attemptId];
            return new(score, count < 2 ? null : (sum - score) / (count - 1));
        }

        var slugs = attempts.ToDictionary(attempt => attempt.Id, attempt => attempt.Slug);
        var given = answers.ToLookup(answer => (slugs[answer.AttemptId], answer.QuestionId));
        var questions = await source.ReadAsync(db, given.Select(own => own.Key), cancellationToken);
        var titles = await QuizSource.ReadTitlesAsync(db, given.Select(own => own.Key.Item1), cancellationToken);
        var ofTerms = from term in curriculum.Terms
                      from question in term.Quiz?.Questions ?? []
                      select (term.Slug, question.Id);
        // Of an own quiz as the attempts have them, each version by itself.
        var ofOwn = from own in given
                    where OwnQuiz.IsOwn(own.Key.Item1)
                    orderby own.Key.Item1, own.Min(answer => answer.Place), own.Key.QuestionId
                    select own.Key;
        return
        [
            .. from key in ofTerms.Concat(ofOwn)
               let own = given[key].ToList()
               where own.Count > 0
               let question = questions.Find(key.Item1, key.Item2)
               where question is not null
               let responses = own.ConvertAll(answer => ResponseJson.Read(answer.ResponseJson))
               select new AnalyzedItem(
                   key.Item1,
                   question,
                   ItemStatistics.Of(own.ConvertAll(answer => ScoreOf(answer.AttemptId, answer.Score))),
                   responses.Count(GivenAnswers.IsBlank),
                   GivenAnswers.Count(question, [.. responses.OfType<Response>().Where(response => !GivenAnswers.IsBlank(response))]))
               {
                   QuizTitle = titles.GetValueOrDefault(key.Item1),
               },
        ];
    }

    private async Task<IReadOnlyList<ExperimentEffect>> ExperimentsAsync(
        ClassroomDbContext db, IReadOnlyList<HandedInAttempt> firsts, CancellationToken cancellationToken)
    {
        var people = firsts.Select(attempt => attempt.UserId).Distinct().ToList();
        var slugs = firsts.Select(attempt => attempt.Slug).Distinct().ToList();
        var done = await db.ExperimentTrials
            .Where(trial => trial.DoneUtc != null && EF.Parameter(people).Contains(trial.UserId) && slugs.Contains(trial.Slug))
            .GroupBy(trial => new { trial.UserId, trial.Slug })
            .Select(trials => new { trials.Key.UserId, trials.Key.Slug, DoneUtc = trials.Min(trial => trial.DoneUtc)!.Value })
            .ToDictionaryAsync(trial => (trial.UserId, trial.Slug), trial => trial.DoneUtc, cancellationToken);

        bool HadDone(HandedInAttempt attempt) =>
            done.TryGetValue((attempt.UserId, attempt.Slug), out var utc) && utc <= attempt.SubmittedUtc;

        return
        [
            .. from term in curriculum.Terms
               where term.HasExperiment
               let own = firsts.Where(attempt => attempt.Slug == term.Slug).ToLookup(HadDone)
               where own.Count > 0
               select new ExperimentEffect(
                   term.Slug,
                   own[true].Count(),
                   own[true].Average(attempt => (double?)attempt.Score),
                   own[false].Count(),
                   own[false].Average(attempt => (double?)attempt.Score)),
        ];
    }
}
