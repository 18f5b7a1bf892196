namespace Classroom.Curriculum.Quizzes;

public enum QuestionKind
{
    OneAnswer,
    SeveralAnswers,
    TrueFalse,
    Number,
    ShortAnswer,
    Matching,
    Ordering,
    ReadChart,
}
