using Classroom.Curriculum.Quizzes;

namespace Classroom.School.Questions;

/// <summary>The questions of attempts as they were given, read once for all of them.</summary>
public sealed class GivenQuestions
{
    private readonly Curriculum.Curriculum curriculum;
    private readonly IReadOnlyDictionary<string, Question> own;

    internal GivenQuestions(Curriculum.Curriculum curriculum, IReadOnlyDictionary<string, Question> own) =>
        (this.curriculum, this.own) = (curriculum, own);

    /// <summary>Null for a question that has left its term's quiz since.</summary>
    /// <param name="slug">Of the quiz.</param>
    /// <param name="questionId">As the attempt's answer names it.</param>
    public Question? Find(string slug, string questionId)
    {
        if (!OwnQuiz.IsOwn(slug))
        {
            return curriculum.Find(slug)?.Quiz?.Find(questionId);
        }

        var found = QuestionKey.ReadTerm(questionId) is { } ofTerm
            ? curriculum.Find(ofTerm.Slug)?.Quiz?.Find(ofTerm.QuestionId)
            : own.GetValueOrDefault(questionId);
        return found is null ? null : found with { Id = questionId };
    }
}
