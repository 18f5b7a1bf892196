namespace Classroom.Web.Features.Playground;

/// <summary>A picture that the network has not learned from.</summary>
/// <param name="Pixels">A byte each, row by row from the top, 0 black to 255 white.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Class">What it shows.</param>
public sealed record ExamplePicture(byte[] Pixels, int Width, int Height, string Class);
