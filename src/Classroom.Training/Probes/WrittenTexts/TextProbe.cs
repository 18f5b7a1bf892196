using System.Runtime.InteropServices;
using System.Text;
using Classroom.Training.Data;
using Classroom.Training.Models.Rnn;
using Classroom.Training.Operations;
using static TorchSharp.torch;

namespace Classroom.Training.Probes.WrittenTexts;

/// <summary>A text that the network writes, character by character, after the first word of the training text.</summary>
internal sealed class TextProbe : Probe
{
    private const int SampleLength = 80;
    private const int CharactersAtATime = 40;
    private const int LongestPrompt = 12;
    private const float Temperature = 0.8f;

    private readonly ProbedRun run;
    private readonly DataSet data;
    private readonly CharacterNetwork network;

    // Writing must not use up draws of training, or looking would change the curve.
    private readonly Generator sampling;
    private readonly byte[] prompt;
    private readonly StringBuilder written = new();

    // For each character one number from 0 to 1, drawn together: a draw by itself costs as much as a layer.
    private readonly float[] draws = new float[SampleLength];
    private RecurrentState state;
    private int next;

    public TextProbe(ProbedRun run)
    {
        this.run = run;
        data = run.Data;
        network = (CharacterNetwork)run.Network;
        sampling = new Generator((ulong)run.Config.Seed + (1UL << 32), CPU);
        prompt = Prompt();
    }

    public override double Cost => 200 + (SampleLength * run.Time.OfACharacter);

    public override int Bytes => 60 + (4 * SampleLength);

    public override Generator Draws => sampling;

    public override FrameContent? Capture(bool isFirst)
    {
        var before = state;
        if (written.Length == 0)
        {
            rand(SampleLength, generator: sampling).data<float>().CopyTo(draws);
            Read([.. prompt.Select(c => (long)c)], 0);
            written.Append(data.Classes[next]);
        }

        for (var i = 0; i < CharactersAtATime && written.Length < SampleLength; i++)
        {
            Read([next], written.Length);
            written.Append(data.Classes[next]);
        }

        Keep(state, before);
        if (written.Length < SampleLength)
        {
            return null;
        }

        var frame = new TextFrame(string.Concat(prompt.Select(c => data.Classes[c])), written.ToString());
        Forget();
        return frame;
    }

    public override void Dispose()
    {
        Forget();
        sampling.Dispose();
        base.Dispose();
    }

    private void Read(long[] characters, int place)
    {
        (var logits, state) = network.Read(tensor(characters, 1, characters.Length), state);
        var last = MemoryMarshal.Cast<byte, float>(logits.bytes)[^data.Classes.Count..];
        next = Draw(last, draws[place]);
    }

    /// <summary>Draws from the softmax of logits ÷ temperature.</summary>
    private static int Draw(ReadOnlySpan<float> logits, float draw)
    {
        Span<double> weights = stackalloc double[logits.Length];
        var largest = float.NegativeInfinity;
        foreach (var logit in logits)
        {
            largest = Math.Max(largest, logit);
        }

        var sum = 0.0;
        for (var i = 0; i < logits.Length; i++)
        {
            weights[i] = Math.Exp((logits[i] - largest) / Temperature);
            sum += weights[i];
        }

        // What is not a number is never below anything: a network about to diverge writes the last character on and on.
        var left = draw * sum;
        for (var i = 0; i < logits.Length - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return logits.Length - 1;
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
