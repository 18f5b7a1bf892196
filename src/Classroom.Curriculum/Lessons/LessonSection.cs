namespace Classroom.Curriculum.Lessons;

/// <summary>One part of a lesson.</summary>
public sealed record LessonSection
{
    public required SectionKind Kind { get; init; }

    /// <summary>Plain text.</summary>
    public required string Heading { get; init; }

    /// <summary>Anchor, unique on a page that shows both levels: <c>core-hook</c>, <c>deep-steps-2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The part without its heading.</summary>
    public required string Html { get; init; }
}
