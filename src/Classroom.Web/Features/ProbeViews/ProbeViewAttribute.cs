namespace Classroom.Web.Features.ProbeViews;

/// <summary>Marks the component that shows the frames of one kind of probe.</summary>
/// <param name="kind">The name of the probe's kind.</param>
/// <param name="title">A heading.</param>
/// <param name="hint">One line that explains.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ProbeViewAttribute(string kind, string title, string hint) : Attribute
{
    public string Kind { get; } = kind;

    public string Title { get; } = title;

    public string Hint { get; } = hint;
}
