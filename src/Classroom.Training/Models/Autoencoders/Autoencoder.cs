using Classroom.Training.Networks;
using Classroom.Training.Operations;
using Classroom.Training.Settings;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.Models.Autoencoders;

/// <summary>(batch, 1, height, width) in, (batch, pixels) out, each from 0 to 1.</summary>
internal sealed class Autoencoder : Network
{
    private readonly Activation activation;
    private readonly ModuleList<Linear> encoder = [];
    private readonly ModuleList<Linear> decoder = [];

    public Autoencoder(AutoencoderConfig config, int pixels)
        : base(nameof(Autoencoder))
    {
        activation = config.Activation;
        int[] widths = [pixels, .. config.Hidden, config.Code];
        for (var i = 1; i < widths.Length; i++)
        {
            encoder.Add(nn.Linear(widths[i - 1], widths[i]));
        }

        for (var i = widths.Length - 1; i > 0; i--)
        {
            decoder.Add(nn.Linear(widths[i], widths[i - 1]));
        }

        RegisterComponents();
    }

    public override IReadOnlyList<nn.Module> Layers => [.. encoder, .. decoder];

    /// <summary>(batch, code); the code itself is not squeezed by an activation.</summary>
    public override Tensor Features(Tensor x)
    {
        x = x.flatten(1);
        for (var i = 0; i < encoder.Count; i++)
        {
            x = encoder[i].call(x);
            x = i < encoder.Count - 1 ? x.Activate(activation) : x;
        }

        return x;
    }

    public override Tensor forward(Tensor x)
    {
        x = Features(x);
        for (var i = 0; i < decoder.Count; i++)
        {
            x = decoder[i].call(x);
            x = i < decoder.Count - 1 ? x.Activate(activation) : x.sigmoid();
        }

        return x;
    }
}
