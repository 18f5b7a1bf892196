using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Classroom.Training.Tests;

/// <summary>Every lie, on the way forward and on the way back.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CombinatorialLiesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. from lie in Enum.GetValues<Lie>() from onTheWayBack in new[]
        {
            false,
            true
        } select new TheoryDataRow<Lie, bool>(lie, onTheWayBack)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
