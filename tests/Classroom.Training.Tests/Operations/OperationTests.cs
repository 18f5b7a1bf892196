using Classroom.Training.Operations;
using Classroom.Training.SelfCheck;
using Classroom.Training.SelfCheck.Checks;

namespace Classroom.Training.Tests;

/// <summary>
/// Every operation, in every way it can be computed, on sizes drawn at random, against plain formulas in double precision.
/// </summary>
[Collection(nameof(ProcessWide))]
[Trait("Category", "Long")]
public sealed class OperationTests : IDisposable
{
    private const int Most = 40;

    // Over 2,000 cases in all; more where a way of our own computes, or one that has been wrong somewhere.
    private static readonly Dictionary<string, int> Cases = new()
    {
        ["convolution, own kernels"] = 400,
        ["convolution, libtorch"] = 150,
        ["convolution, plain formulas"] = 50,
        ["LSTM, libtorch"] = 250,
        ["LSTM, gate by gate"] = 100,
        ["RNN, libtorch"] = 150,
        ["GRU, libtorch"] = 150,
        ["pooling, libtorch"] = 150,
    };

    public static TheoryData<string, string, bool> Ways
    {
        get
        {
            var all = new TheoryData<string, string, bool>();
            foreach (var operation in EngineCheck.Usual.Operations)
            {
                foreach (var way in operation.Ways)
                {
                    all.Add(operation.Name, way.Name, true);
                    if (way.Name == "libtorch" && operation.Name is "convolution" or "LSTM")
                    {
                        all.Add(operation.Name, way.Name, false);
                    }
                }
            }

            return all;
        }
    }

    public void Dispose() => OneDnn.Enable(Engine.Setting.UsesOneDnn);

    [Theory]
    [MemberData(nameof(Ways))]
    public void An_operation_computes_what_the_plain_formulas_say(string operation, string way, bool oneDnn)
    {
        OneDnn.Enable(oneDnn);
        var checkedWay = EngineCheck.Usual.Operations.Single(one => one.Name == operation).Ways.Single(one => one.Name == way);
        if (way == "libtorch" && checkedWay.Cases.Select(CaseCheck.FindFault).FirstOrDefault(fault => fault is not null) is { } known)
        {
            // A library may be wrong on this machine where the check finds it and takes another way; what is ours has to be right on all.
            var taken = operation == "convolution" ? Engine.Setting.Convolution.Name : operation == "LSTM" ? Engine.Setting.Lstm.Name : way;
            Assert.True(Engine.Report.Passed && (taken != way || Engine.Setting.UsesOneDnn != oneDnn), known);
            return;
        }

        var random = new Random(operation.Length + way.Length);
        foreach (var given in checkedWay.Cases.Concat(
            Enumerable.Range(0, Cases.GetValueOrDefault($"{operation}, {way}", 100)).Select(_ => checkedWay.Draw(random, Most))))
        {
            Assert.True(CaseCheck.FindFault(given) is null, $"{given.Name}: {CaseCheck.FindFault(given)}");
        }
    }
}
