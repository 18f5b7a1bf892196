using System.Text;
using Classroom.Training.Data;
using Classroom.Training.Networks;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Models.Rnn;

/// <summary>A recurrent network that says after each character which one comes next.</summary>
internal sealed class CharacterModel(RnnConfig config, DataSetInfo data) : RnnModel(config, data)
{
    private const int EmbeddingSize = CharacterNetwork.EmbeddingSize;

    public override int LayerCount => 3;

    private int Vocabulary => Data.Classes.Count;

    public override Network CreateNetwork(Generator generator) => new CharacterNetwork(Config, Vocabulary);

    public override string WritePython()
    {
        var (layers, forward) = (new StringBuilder(), new StringBuilder());
        layers.Line($"self.embedding = nn.Embedding({Vocabulary}, {EmbeddingSize})  # each character as {EmbeddingSize} numbers");
        layers.Line(WriteRecurrent(EmbeddingSize));
        forward.Line($"x = self.embedding(x)  # (batch, characters, {EmbeddingSize})");
        forward.Line($"x, state = self.recurrent(x, state)  # (batch, characters, {Config.Hidden})");
        forward.Line($"return self.output(x), state  # (batch, characters, {Vocabulary}): a score for each next character");
        return PythonClass.Write(
            "In: characters, by their places in VOCABULARY. Out: scores for the next one after each.",
            Data,
            layers,
            Config.Hidden,
            forward,
            "x, state=None");
    }

    protected override ModelSize ComputeSize()
    {
        var characters = Data.Shape[0];
        var recurrent = RecurrentLayers.Weights(Config, EmbeddingSize);
        var values = EmbeddingSize + RecurrentValues + 2L * Vocabulary;
        return new(
            recurrent + (long)Vocabulary * EmbeddingSize + (Config.Hidden + 1L) * Vocabulary,
            characters * (recurrent + (long)Config.Hidden * Vocabulary),
            characters * values,
            []);
    }
}
