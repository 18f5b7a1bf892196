using System.Diagnostics;
using System.Reflection;
using System.Runtime.Intrinsics;
using Classroom.Training.Operations;
using Classroom.Training.Operations.Convolutions;
using Classroom.Training.SelfCheck.Checks;
using TorchSharp;

namespace Classroom.Training.SelfCheck;

/// <summary>
/// Computes every operation that a run can reach on small numbers, compares it with plain formulas in double precision, and
/// chooses for each the quickest way that is right. See “The engine checks itself” in README.md.
/// </summary>
internal sealed class EngineCheck
{
    private readonly IReadOnlyList<(IConvolution Way, bool IsSlow)> convolutions;
    private readonly IReadOnlyList<(ILstm Way, bool IsSlow)> lstms;
    private readonly IReadOnlyList<CheckedOperation> operations;
    private readonly List<string> faults = [];

    // Whether a way of an operation computes right does not change, but for what oneDNN has a part in.
    private readonly Dictionary<(string Operation, string Way, bool OneDnn), bool> found = [];

    /// <param name="convolutions">Ways to compute a convolution, quickest first.</param>
    /// <param name="lstms">Ways to compute an LSTM, quickest first.</param>
    /// <param name="others">What is computed in one way only.</param>
    public EngineCheck(
        IReadOnlyList<(IConvolution Way, bool IsSlow)> convolutions,
        IReadOnlyList<(ILstm Way, bool IsSlow)> lstms,
        IReadOnlyList<CheckedOperation> others)
    {
        (this.convolutions, this.lstms) = (convolutions, lstms);
        operations = [ConvolutionChecks.Create([.. convolutions]), RecurrentChecks.OfLstm([.. lstms]), .. others];
    }

    /// <summary>The check of this program.</summary>
    public static EngineCheck Usual => new(
        // Without vectors, as under DOTNET_EnableHWIntrinsic=0, kernels of ours take ten times as long as libtorch.
        [(OwnConvolution.Vectors, !Vector128.IsHardwareAccelerated), (new LibraryConvolution(), false), (OwnConvolution.Plain, true)],
        [(new LibraryLstm(), false), (new ComposedLstm(), true)],
        Others);

    /// <summary>Operations that libtorch computes by itself, and those that are ours.</summary>
    public static IReadOnlyList<CheckedOperation> Others =>
    [
        RecurrentChecks.OfRnn,
        RecurrentChecks.OfGru,
        LayerChecks.OfLinear,
        LayerChecks.OfPooling,
        LayerChecks.OfActivations,
        LayerChecks.OfEmbedding,
        LayerChecks.OfLastPlace,
        LayerChecks.OfDropout,
        LossChecks.OfLosses,
        LossChecks.OfProbabilities,
        NumberChecks.OfExamples,
        NumberChecks.OfScaling,
        NumberChecks.OfOptimizers,
        NumberChecks.OfPlane,
        NumberChecks.OfShuffling,
    ];

    /// <summary>Every operation with all its ways.</summary>
    public IReadOnlyList<CheckedOperation> Operations => operations;

    /// <summary>
    /// Checks, and leaves oneDNN switched as the setting wants it. Where no setting computes right, the setting is the safest and
    /// the report has not passed.
    /// </summary>
    public (EngineSetting Setting, EngineReport Report) Run()
    {
        TorchRuntime.PrepareThread();
        var start = Stopwatch.GetTimestamp();
        var setting = FindSetting();
        OneDnn.Enable((setting ?? EngineSetting.Safest).UsesOneDnn);
        return (setting ?? EngineSetting.Safest, new()
        {
            Processor = Processor.Current,
            Libraries = $"TorchSharp {VersionOf(typeof(torch).Assembly)}, libtorch {torch.__version__}, .NET {Environment.Version}",
            Setting = setting?.ToString() ?? "nothing computes correctly",
            Faults = faults,
            Passed = setting is not null,
            Time = Stopwatch.GetElapsedTime(start),
        });
    }

    // OneDNN off slows an LSTM down less than going gate by gate, so slow ways come last.
    private EngineSetting? FindSetting()
    {
        foreach (var slowToo in new[] { false, true })
        {
            foreach (var oneDnn in OneDnn.CanDisable ? new[] { true, false } : [true])
            {
                OneDnn.Enable(oneDnn);
                var ways = operations.Select(operation => FindWay(operation, oneDnn, slowToo)).ToList();
                if (ways.TrueForAll(way => way >= 0))
                {
                    return new(convolutions[ways[0]].Way, lstms[ways[1]].Way, oneDnn);
                }
            }
        }

        return null;
    }

    /// <summary>Which way is right, −1 for none.</summary>
    private int FindWay(CheckedOperation operation, bool oneDnn, bool slowToo)
    {
        for (var way = 0; way < operation.Ways.Count; way++)
        {
            if ((slowToo || !operation.Ways[way].IsSlow) && IsRight(operation, operation.Ways[way], oneDnn))
            {
                return way;
            }
        }

        return -1;
    }

    private bool IsRight(CheckedOperation operation, CheckedWay way, bool oneDnn)
    {
        if (found.TryGetValue((operation.Name, way.Name, oneDnn), out var right))
        {
            return right;
        }

        foreach (var given in way.Cases)
        {
            if (CaseCheck.FindFault(given) is { } fault)
            {
                faults.Add($"{operation.Name} ({way.Name}, {(oneDnn ? $"oneDNN up to {OneDnn.Limit}" : "without oneDNN")}; "
                    + $"{given.Name}): {fault}.");
                return found[(operation.Name, way.Name, oneDnn)] = false;
            }
        }

        return found[(operation.Name, way.Name, oneDnn)] = true;
    }

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? assembly.GetName().Version?.ToString() ?? "?";
}
