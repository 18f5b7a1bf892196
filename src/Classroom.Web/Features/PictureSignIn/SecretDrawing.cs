namespace Classroom.Web.Features.PictureSignIn;

/// <summary>A picture as SVG paths on a square of <see cref="SecretDrawings.Size"/>, for the page and for paper.</summary>
/// <param name="Word">What it shows.</param>
/// <param name="Lines">What is drawn with a pen.</param>
/// <param name="Areas">What is filled.</param>
public sealed record SecretDrawing(string Word, string Lines, string Areas);
