using System.Reflection;
using System.Reflection.Emit;
using Classroom.Training.Loop;
using TorchSharp;

namespace Classroom.Training.Tests;

/// <summary>
/// A scalar that nobody holds is freed by the garbage collector while libtorch reads it. Which calls make such a scalar is
/// written in the compiled code, so every one of them is found, not only those that a collection happens to hit.
/// </summary>
public sealed class ScalarTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Those that take a Scalar or a number and are also there without it, for which they pass one of their own.
    private static readonly HashSet<string> MakeTheirOwn = [
        "op_Addition", "add", "add_", "square", "square_", "addcmul", "addcdiv", "addmm", "addmv", "arange", "linspace", "clamp", "clamp_"
    ];

    [Fact]
    public void Nobody_passes_libtorch_a_scalar_that_is_not_held()
    {
        var calls =
            from type in typeof(TrainingRun).Assembly.GetTypes()
            from method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything))
            from called in Calls(method)
            where MakesScalar(called)
            select $"{type.Name}.{method.Name} calls "
                + $"{called.DeclaringType!.Name}.{called.Name}({string.Join(", ", called.GetParameters().Select(parameter => parameter.ParameterType.Name))})";

        Assert.Empty(calls.Distinct());
    }

    [Fact]
    public void A_call_that_makes_a_scalar_is_found() =>
        Assert.Contains(Calls(((Func<torch.Tensor, torch.Tensor>)Careless).Method), MakesScalar);

    private static torch.Tensor Careless(torch.Tensor x) => x + x;

    /// <summary>A number that becomes a scalar on the way, or an overload that makes one inside.</summary>
    private static bool MakesScalar(MethodBase called)
    {
        var parameters = called.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        return called.DeclaringType == typeof(Scalar) && called.Name == "op_Implicit"
            || called.DeclaringType == typeof(torch.Tensor)
                && (MakeTheirOwn.Contains(called.Name) && !parameters.Contains(typeof(Scalar))
                    || called.Name.StartsWith("op_", StringComparison.Ordinal) && parameters.Exists(type => type.IsPrimitive));
    }

    private static IEnumerable<MethodBase> Calls(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var i = 0; i + sizeof(int) < code.Length; i++)
        {
            // An operand may look like a call too; it then names no method, or one that is called nowhere.
            if ((code[i] == OpCodes.Call.Value || code[i] == OpCodes.Callvirt.Value)
                && Resolve(method, BitConverter.ToInt32(code, i + 1)) is { } called)
            {
                yield return called;
            }
        }
    }

    private static MethodBase? Resolve(MethodBase caller, int token)
    {
        try
        {
            return caller.Module.ResolveMethod(
                token, caller.DeclaringType?.GetGenericArguments(), caller.IsGenericMethod ? caller.GetGenericArguments() : null);
        }
        catch (Exception fault) when (fault is ArgumentException or BadImageFormatException or MissingMethodException
            or TypeLoadException or FileNotFoundException)
        {
            return null;
        }
    }
}
