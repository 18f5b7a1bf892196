using Classroom.Training.Settings;

namespace Classroom.Training.Models.Cnn;

/// <summary>One convolution with its pooling: what goes in, what the filters make and what is passed on, in pixels.</summary>
internal readonly record struct ConvolutionStage(
    int InChannels,
    int OutChannels,
    int InHeight,
    int InWidth,
    int FilteredHeight,
    int FilteredWidth,
    int OutHeight,
    int OutWidth)
{
    /// <summary>The convolutions of a CNN on a grey picture, first to last.</summary>
    public static IEnumerable<ConvolutionStage> Create(CnnConfig config, int height, int width)
    {
        var channels = 1;
        foreach (var filters in config.Conv)
        {
            var (filteredHeight, filteredWidth) = config.Pool == Pooling.Stride
                ? ((height + 1) / 2, (width + 1) / 2)
                : (height, width);
            var (outHeight, outWidth) = config.Pool is Pooling.Max or Pooling.Average
                ? (height / 2, width / 2)
                : (filteredHeight, filteredWidth);
            yield return new(channels, filters, height, width, filteredHeight, filteredWidth, outHeight, outWidth);
            (channels, height, width) = (filters, outHeight, outWidth);
        }
    }
}
