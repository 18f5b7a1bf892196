namespace Classroom.Web.Features.ProbeViews;

/// <summary>How a kind of frame is shown.</summary>
/// <param name="Title">A heading.</param>
/// <param name="Hint">One line that explains.</param>
/// <param name="Component">A <see cref="FrameView{TScene}"/>.</param>
public sealed record ProbeView(string Title, string Hint, Type Component);
