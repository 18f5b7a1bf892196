namespace Classroom.Curriculum.Lessons;

/// <summary>One reading level of a lesson, rendered once when the curriculum is loaded.</summary>
public sealed record LessonLevel
{
    public required IReadOnlyList<LessonSection> Sections { get; init; }

    /// <summary>All sections, each as <c>&lt;section id class&gt;</c> with its heading as <c>&lt;h2&gt;</c>.</summary>
    public required string Html { get; init; }

    /// <summary>The running text, one paragraph or list item a line: no headings, tables, figures, code or formulas.</summary>
    public required string Text { get; init; }
}
