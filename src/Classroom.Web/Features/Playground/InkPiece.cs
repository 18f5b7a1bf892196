namespace Classroom.Web.Features.Playground;

/// <summary>A part of a stroke as a browser tells it.</summary>
/// <param name="Begins">The pen was lifted before.</param>
/// <param name="Points">x and y in turns.</param>
public sealed record InkPiece(bool Begins, IReadOnlyList<double> Points);
