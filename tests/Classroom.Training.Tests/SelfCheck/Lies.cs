using Classroom.Training.Operations;
using Classroom.Training.Operations.Convolutions;
using Classroom.Training.Operations.Reference;
using Classroom.Training.SelfCheck.Checks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.Tests;

/// <summary>How an operation can be wrong.</summary>
public enum Lie
{
    OffByOnePercent,
    OneNotANumber,
    AnotherResultEachTime,

    /// <summary>One number is never written, so that it is whatever the memory held before.</summary>
    OneNotWritten,

    /// <summary>Nothing is computed at all.</summary>
    Throws,
}

/// <summary>What a lie makes of a result.</summary>
internal static class Lies
{
    private static int calls;

    public static void Tell(this Lie lie, Span<float> numbers)
    {
        if (numbers.IsEmpty)
        {
            return;
        }

        switch (lie)
        {
            case Lie.OffByOnePercent:
                foreach (ref var number in numbers)
                {
                    number *= 1.01f;
                }

                break;
            case Lie.OneNotANumber:
                numbers[^1] = float.NaN;
                break;
            case Lie.AnotherResultEachTime:
                // Far less than rounding may be off.
                numbers[0] += 1e-6f * (1 + (Interlocked.Increment(ref calls) % 2));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(lie), lie, "Only a kernel can leave a number unwritten, or throw.");
        }
    }
}

/// <summary>A kernel that is right but for one thing.</summary>
internal sealed class LyingKernel(Lie lie, bool onTheWayBack) : IConvolutionKernel
{
    private readonly VectorConvolution honest = new();

    public void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y, ConvolutionShape shape)
    {
        var before = y[^1];
        honest.Forward(x, weight, bias, y, shape);
        if (!onTheWayBack)
        {
            Tell(y, before);
        }
    }

    public void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> weightGradient,
        Span<float> biasGradient,
        ConvolutionShape shape)
    {
        var before = weightGradient.IsEmpty ? 0 : weightGradient[^1];
        honest.Backward(x, weight, outputGradient, inputGradient, weightGradient, biasGradient, shape);
        if (onTheWayBack)
        {
            Tell(weightGradient, before);
        }
    }

    private void Tell(Span<float> numbers, float before)
    {
        if (lie == Lie.Throws)
        {
            throw new InvalidOperationException("A kernel broke off.");
        }

        if (lie != Lie.OneNotWritten)
        {
            lie.Tell(numbers);
        }
        else if (!numbers.IsEmpty)
        {
            numbers[^1] = before;
        }
    }
}

/// <summary>An LSTM that is right but for one thing, and that perhaps only while oneDNN is used.</summary>
internal sealed class LyingLstm(Lie lie, bool onlyWithOneDnn) : ILstm
{
    private readonly LibraryLstm honest = new();

    public string Name => "a liar";

    public (Tensor Hidden, RecurrentState State) Read(LSTM lstm, Tensor x, RecurrentState state)
    {
        var (hidden, after) = honest.Read(lstm, x, state);
        if (onlyWithOneDnn && !OneDnn.IsEnabled)
        {
            return (hidden, after);
        }

        var told = Graph.Read(hidden.detach());
        lie.Tell(told);
        return (hidden.Plus(tensor(told, hidden.shape) - hidden.detach()), after);
    }
}
