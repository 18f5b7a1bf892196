using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>The shape of the network; in JSON told apart by <c>kind</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MlpConfig), "mlp")]
[JsonDerivedType(typeof(CnnConfig), "cnn")]
[JsonDerivedType(typeof(RnnConfig), "rnn")]
[JsonDerivedType(typeof(AutoencoderConfig), "autoencoder")]
public abstract record ModelConfig
{
    /// <summary>The network is to draw its own input again: it learns without labels, and its loss compares the two.</summary>
    [JsonIgnore]
    public virtual bool CopiesInput => false;
}
