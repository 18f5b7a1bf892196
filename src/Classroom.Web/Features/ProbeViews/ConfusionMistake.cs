namespace Classroom.Web.Features.ProbeViews;

/// <summary>One kind of mistake: a class taken for another.</summary>
/// <param name="Pictures">Data addresses of examples; none where examples are no pictures.</param>
public sealed record ConfusionMistake(string Label, string Predicted, int Count, IReadOnlyList<string> Pictures);
