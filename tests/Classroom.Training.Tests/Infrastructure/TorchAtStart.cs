using System.Runtime.CompilerServices;
using Classroom.Training.Operations;
using Classroom.Training.SelfCheck;

namespace Classroom.Training.Tests;

/// <summary>Tests ask libtorch directly as well, so what must be set before it computes anything is set before the first of them,
/// and how this machine computes is chosen whichever test comes first.</summary>
internal static class TorchAtStart
{
    [ModuleInitializer]
    internal static void Initialize()
    {
        TorchRuntime.Initialize();
        _ = Engine.Report;
    }
}
