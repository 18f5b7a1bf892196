namespace Classroom.Training.Probes.Reconstructions;

/// <summary>The first 8 pictures, and how the autoencoder draws them again.</summary>
/// <param name="Images">Pictures and copies.</param>
/// <param name="Width">Of a picture, in the first frame.</param>
/// <param name="Height">Of a picture, in the first frame.</param>
/// <param name="MeanPictureError">That of all validation pictures from the mean training picture, in the first frame.</param>
/// <param name="Classes">Their names, in the first frame.</param>
public sealed record ReconstructionsFrame(
    IReadOnlyList<ReconstructedImage> Images, int? Width, int? Height, double? MeanPictureError, IReadOnlyList<string>? Classes)
        : FrameContent;
