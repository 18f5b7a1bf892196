using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Gradebook;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>A class with a quiz, and attempts at it with wrong answers that somebody could really give.</summary>
internal static class Regrading
{
    /// <summary>Wrong by the question's key, and an answer all the same.</summary>
    public static Response WrongAnswer(Question question) => question switch
    {
        OneAnswerQuestion one => new OneAnswerResponse(one.Choices.ToList().FindIndex(choice => !choice.IsCorrect)),
        SeveralAnswersQuestion several => new SeveralAnswersResponse([several.Choices.ToList().FindIndex(choice => !choice.IsCorrect)]),
        TrueFalseQuestion truth => new TrueFalseResponse(!truth.Answer),
        NumberQuestion number => new NumberResponse($"{number.Answer + (number.Tolerance * 2) + 7}"),
        ShortAnswerQuestion => new ShortAnswerResponse("Nothing of the kind"),
        MatchingQuestion matching => new MatchingResponse(
            [.. Enumerable.Range(1, matching.Pairs.Count).Select(right => (int?)(right % matching.Pairs.Count))]),
        OrderingQuestion ordering => new OrderingResponse([.. Enumerable.Range(0, ordering.Items.Count).Reverse()]),
        _ => throw new InvalidOperationException($"There is no wrong answer here yet for {question.GetType().Name}."),
    };

    public static async Task<(Actor Teacher, Actor[] Students, AssignmentDetails Assigned)> AssignAsync(
        TestSchool school, int count, NewAssignment? wanted = null)
    {
        var teacher = await school.AddAsync(Role.Teacher);
        var students = new List<Actor>();
        for (var i = 0; i < count; i++)
        {
            students.Add(await school.AddAsync(Role.Student, $"Student {i:00}"));
        }

        var classId = await school.AddClassAsync(teacher, [.. students]);
        return (teacher, [.. students], await AssignmentEditingTests.AssignAsync(
            school, teacher, classId, wanted ?? new() { Slug = "", DueUtc = null, Points = 70, AnswersFrom = Release.AtOnce }));
    }

    /// <summary>Answers the first so many questions rightly and the others wrongly.</summary>
    public static async Task<AttemptView> AnswerAsync(TestSchool school, Actor student, int right)
    {
        var attempt = await Quiz.StartAsync(school, student);
        foreach (var (question, place) in attempt.Questions.Select((answered, place) => (answered.Planned.Question, place)))
        {
            var response = place < right ? Quiz.RightAnswer(question) : WrongAnswer(question);
            Assert.Null(await school.Attempts.SaveAnswerAsync(student, attempt.Id, question.Id, response, Ct));
        }

        return attempt;
    }

    public static async Task<AttemptView> HandInAsync(TestSchool school, Actor student, int right) =>
        (await school.Attempts.SubmitAsync(student, (await AnswerAsync(school, student, right)).Id, Ct)).Value!;

    public static Question QuestionAt(AttemptView attempt, int place) => attempt.Questions[place].Planned.Question;

    public static async Task<Mark> MarkAsync(TestSchool school, Actor teacher, AssignmentDetails assigned, Actor student)
    {
        var book = (await school.Gradebooks.ReadAsync(teacher, assigned.ClassId, Ct))!;
        return book.Students.Single(row => row.Student.Id == student.UserId).Marks[0];
    }
}
