using Classroom.Curriculum.Experiments;
using Classroom.Curriculum.Lessons;
using Classroom.Curriculum.Quizzes;

namespace Classroom.Curriculum.Terms;

/// <summary>One glossary term.</summary>
public sealed record Term
{
    /// <summary>No slug begins like this: where a quiz is named by a slug, <c>own-12</c> is one that a teacher made.</summary>
    public const string OwnQuizPrefix = "own-";

    public required string Slug { get; init; }
    public required string Name { get; init; }

    /// <summary>One sentence, plain text.</summary>
    public required string Definition { get; init; }

    /// <summary>The same sentence as HTML, in which every other term leads to its page.</summary>
    public required string DefinitionHtml { get; init; }

    /// <summary>Other spellings that are recognized in text and in search.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>
    /// Words that mean something else, but that a reader who looks for them will find explained here, such as "learning
    /// rate". For search only.
    /// </summary>
    public required IReadOnlyList<string> Keywords { get; init; }

    /// <summary>Slugs of the terms to read first.</summary>
    public required IReadOnlyList<string> Prerequisites { get; init; }

    /// <summary>Slugs of terms worth reading besides.</summary>
    public required IReadOnlyList<string> Related { get; init; }

    /// <summary>Slugs of the terms that have this one as a prerequisite, in the curriculum's order.</summary>
    public required IReadOnlyList<string> LeadsTo { get; init; }

    /// <summary>The term's drawing as inline SVG, hidden from screen readers: the name always stands beside it.</summary>
    public required string GlyphSvg { get; init; }

    /// <summary>Null while the term has only a definition.</summary>
    public Lesson? Lesson { get; init; }

    /// <summary>Null exactly when <see cref="Lesson"/> is.</summary>
    public Quiz? Quiz { get; init; }

    /// <summary>Null while the term has none.</summary>
    public Experiment? Experiment { get; init; }

    /// <summary>Those that a student may do besides, in the order of their names; none without an <see cref="Experiment"/>.</summary>
    public IReadOnlyList<Experiment> FurtherExperiments { get; init; } = [];

    public bool HasExperiment => Experiment is not null;

    public bool HasLesson => Lesson is not null;
}
