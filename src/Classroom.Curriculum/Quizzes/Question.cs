using System.Text.Json.Serialization;

namespace Classroom.Curriculum.Quizzes;

/// <summary>One question. All texts but <see cref="PromptHtml"/> are plain text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OneAnswerQuestion), "one-answer")]
[JsonDerivedType(typeof(SeveralAnswersQuestion), "several-answers")]
[JsonDerivedType(typeof(TrueFalseQuestion), "true-false")]
[JsonDerivedType(typeof(NumberQuestion), "number")]
[JsonDerivedType(typeof(ShortAnswerQuestion), "short-answer")]
[JsonDerivedType(typeof(MatchingQuestion), "matching")]
[JsonDerivedType(typeof(OrderingQuestion), "ordering")]
[JsonDerivedType(typeof(ReadChartQuestion), "read-chart")]
public abstract record Question
{
    /// <summary>Unique within the term and never reused, so that stored answers keep their meaning.</summary>
    public required string Id { get; init; }

    /// <summary>A reader of the core lesson is asked core questions only.</summary>
    public QuestionLevel Level { get; init; }

    /// <summary>What a right answer shows that the student can do.</summary>
    public required string Objective { get; init; }

    /// <summary>Rendered Markdown; may hold a figure.</summary>
    public required string PromptHtml { get; init; }

    /// <summary>The prompt's words without markup, for tables and titles.</summary>
    public required string PromptText { get; init; }

    /// <summary>A teacher's own; the lessons' questions have their figures in the prompt.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuestionPicture? Picture { get; init; }

    public required string Hint { get; init; }

    /// <summary>Why the right answer is right; for after answering.</summary>
    public required string Explanation { get; init; }

    public abstract QuestionKind Kind { get; }
}
