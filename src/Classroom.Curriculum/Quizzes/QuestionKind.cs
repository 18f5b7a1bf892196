namespace Classroom.Curriculum;

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
