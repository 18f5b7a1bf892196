using System.Text;
using System.Text.Json;
using static TorchSharp.torch;

namespace Classroom.Training;

/// <summary>A text that the network writes, character by character, after the first word of the training text.</summary>
internal sealed class TextProbe : Probe
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
    private RecurrentState state;
    private int next;

    public TextProbe(ProbedRun run)
        : base(ProbeKinds.Text)
    {
        data = run.Data;
        network = (CharacterNetwork)run.Network;
        sampling = new Generator((ulong)run.Config.Seed + (1UL << 32), CPU);
        prompt = Prompt();
    }

    public override double Cost => 60.0 * SampleLength;

    public override Generator Draws => sampling;

    public override ProbeFrame? Look(int step, int epoch)
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
        return new(step, epoch, Kind, json);
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
    private static void Keep(RecurrentState state, RecurrentState before)
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
