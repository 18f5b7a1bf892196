namespace Classroom.Training.Settings;

/// <summary>How large the parts of a model may be, whatever else limits the whole; the least is 1 everywhere.</summary>
public static class ModelBounds
{
    /// <summary>Convolutions of a CNN; it has at least one.</summary>
    public const int MostConvolutions = 4;

    /// <summary>Filters of a convolution.</summary>
    public const int MostFilters = 64;

    /// <summary>Dense layers of a CNN, and layers of an autoencoder down to its code.</summary>
    public const int MostDenseLayers = 4;

    /// <summary>Hidden layers of an MLP.</summary>
    public const int MostHiddenLayers = 12;

    /// <summary>Neurons of a dense or hidden layer.</summary>
    public const int MostNeurons = 512;

    /// <summary>Numbers in an autoencoder's code.</summary>
    public const int MostCode = 128;

    /// <summary>Recurrent layers.</summary>
    public const int MostRecurrentLayers = 2;

    /// <summary>Units of a recurrent layer.</summary>
    public const int MostUnits = 256;
}
