using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Classroom.Training.Operations.Reference;
using static TorchSharp.torch;

namespace Classroom.Training.Operations.Convolutions;

/// <summary>Makes a convolution kernel of ours part of libtorch's graph, so that gradients flow back through it.</summary>
internal sealed class ConvolutionFunction : autograd.SingleTensorFunction<ConvolutionFunction>
{
    // What went wrong on the way back of this thread.
    [ThreadStatic]
    private static ExceptionDispatchInfo? failure;

    public override string Name => nameof(ConvolutionFunction);

    /// <summary>
    /// Throws what the way back has thrown on this thread; call it after <c>backward</c>, as <see cref="Gradients.PassBack"/> does.
    /// </summary>
    public static void ThrowFailure()
    {
        var found = failure;
        failure = null;
        found?.Throw();
    }

    /// <param name="kernel">What computes.</param>
    /// <param name="x">(batch, in channels, height, width)</param>
    /// <param name="weight">(out channels, in channels, kernel, kernel)</param>
    /// <param name="bias">(out channels)</param>
    /// <param name="stride">1 or 2.</param>
    public static Tensor Apply(IConvolutionKernel kernel, Tensor x, Tensor weight, Tensor bias, int stride)
    {
        x = x.contiguous();
        return is_grad_enabled()
            ? apply(x, weight, bias, new Call(kernel, stride, x.requires_grad, weight.requires_grad))
            : Forward(kernel, x, weight, bias, stride);
    }

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (x, weight, bias, call) = ((Tensor)vars[0], (Tensor)vars[1], (Tensor)vars[2], (Call)vars[3]);
        ctx.save_for_backward([x, weight]);
        ctx.save_data(nameof(Call), call);
        return Forward(call.Kernel, x, weight, bias, call.Stride);
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        // libtorch calls this, and an exception that reached it would end the process: it is kept until libtorch has returned.
        try
        {
            return Backward((Call)ctx.get_data(nameof(Call)), ctx.get_saved_variables(), grad_output.contiguous());
        }
        catch (Exception fault)
        {
            failure ??= ExceptionDispatchInfo.Capture(fault);
            return [null!, null!, null!, null!];
        }
    }

    // What is made here outlives this method: libtorch takes the gradients after it has returned. The scope around the step lets
    // go of them, on this same thread.
    private static List<Tensor> Backward(Call call, List<Tensor> saved, Tensor gradient)
    {
        var (x, weight) = (saved[0], saved[1]);
        var byInput = call.InputLearns ? empty_like(x) : null;
        var byWeight = call.WeightLearns ? empty_like(weight) : null;
        var byBias = call.WeightLearns ? empty(weight.shape[0]) : null;
        call.Kernel.Backward(
            Numbers(x),
            Numbers(weight),
            Numbers(gradient),
            Numbers(byInput),
            Numbers(byWeight),
            Numbers(byBias),
            ShapeOf(x, weight, call.Stride));
        return [byInput!, byWeight!, byBias!, null!];
    }

    private static Tensor Forward(IConvolutionKernel kernel, Tensor x, Tensor weight, Tensor bias, int stride)
    {
        var shape = ShapeOf(x, weight, stride);
        var y = empty(shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth);
        kernel.Forward(Numbers(x), Numbers(weight), Numbers(bias), Numbers(y), shape);
        return y;
    }

    private static Span<float> Numbers(Tensor? tensor) => tensor is null ? [] : MemoryMarshal.Cast<byte, float>(tensor.bytes);

    private static ConvolutionShape ShapeOf(Tensor x, Tensor weight, int stride) =>
        new((int)x.shape[0], (int)x.shape[1], (int)weight.shape[0], (int)x.shape[2], (int)x.shape[3], (int)weight.shape[2], stride);

    private sealed record Call(IConvolutionKernel Kernel, int Stride, bool InputLearns, bool WeightLearns);
}
