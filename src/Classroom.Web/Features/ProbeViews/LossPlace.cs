namespace Classroom.Web.Features.ProbeViews;

/// <summary>Where the weights were after an epoch.</summary>
/// <param name="Left">In the drawing.</param>
/// <param name="Top">In the drawing.</param>
/// <param name="IsBeyond">Outside the picture, and therefore drawn at its edge.</param>
/// <param name="Height">0 (low loss) to 4.</param>
public sealed record LossPlace(int Epoch, double X, double Y, double? Loss, double Left, double Top, bool IsBeyond, int Height);
