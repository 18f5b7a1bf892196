using System.Text;
using System.Text.Json;
using static TorchSharp.torch;

namespace Classroom.Training;

/// <summary>A character model and the text it writes.</summary>
internal sealed class TextModel : TrainableModel
{
    private const int SampleLength = 120;
    private const int CharactersAtATime = 24;
    private const int LongestPrompt = 12;
    private const double Temperature = 0.8;

    private readonly DataSet data;
    private readonly CharacterNetwork network;

    // Writing must not use up draws of training, or looking would change the curve.
    private readonly Generator sampling;
    private readonly byte[] prompt;
    private readonly StringBuilder written = new();
    private CharacterNetwork.State state;
    private int next;

    public TextModel(RnnConfig config, DataSet data, int seed)
        : base(new CharacterNetwork(config, data.Classes.Count))
    {
        this.data = data;
        network = (CharacterNetwork)Network;
        sampling = new Generator((ulong)seed + (1UL << 32), CPU);
        prompt = Prompt();
    }

    public override (Tensor Logits, Tensor Targets) Predict(Tensor inputs, Tensor targets) =>
        (Network.call(inputs.to(ScalarType.Int64)).flatten(0, 1), targets.to(ScalarType.Int64).flatten());

    public override ProbeFrame? Probe(int step, int epoch)
    {
        var before = state;
        if (written.Length == 0)
        {
            Read([.. prompt.Select(c => (long)c)]);
            written.Append(data.Classes[next]);
        }

        for (var i = 0; i < CharactersAtATime && written.Length < SampleLength; i++)
        {
            Read([next]);
            written.Append(data.Classes[next]);
        }

        Keep(state, before);
        if (written.Length < SampleLength)
        {
            return null;
        }

        var json = JsonSerializer.Serialize(new
        {
            prompt = string.Concat(prompt.Select(c => data.Classes[c])),
            text = written.ToString(),
        });
        Forget();
        return new(step, epoch, "text", json);
    }

    public override void Dispose()
    {
        Forget();
        sampling.Dispose();
        base.Dispose();
    }

    private void Read(long[] characters)
    {
        var (logits, after) = network.Read(tensor(characters, 1, characters.Length), state);
        var probabilities = (logits[0, -1] / Temperature).softmax(0);
        var drawn = probabilities.multinomial(1, generator: sampling).item<long>();
        (next, state) = ((int)drawn, after);
    }

    // The state must outlive the scope of this moment and replace that of the one before.
    private static void Keep(CharacterNetwork.State state, CharacterNetwork.State before)
    {
        state.Hidden?.DetachFromDisposeScope();
        state.Memory?.DetachFromDisposeScope();
        before.Hidden?.Dispose();
        before.Memory?.Dispose();
    }

    private void Forget()
    {
        state.Hidden?.Dispose();
        state.Memory?.Dispose();
        state = default;
        written.Clear();
    }

    // The first word of the training text.
    private byte[] Prompt()
    {
        var start = data.Values.Span[..Math.Min(LongestPrompt, data.TrainCharacters)];
        for (var i = 0; i < start.Length; i++)
        {
            if (data.Classes[start[i]] == " ")
            {
                return start[..(i + 1)].ToArray();
            }
        }

        return start.ToArray();
    }
}
