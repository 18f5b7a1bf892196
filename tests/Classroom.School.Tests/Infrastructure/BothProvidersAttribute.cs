using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Classroom.School.Tests;

/// <summary>Runs a theory once on SQLite and once on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothProvidersAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
            [.. Enum.GetValues<Provider>().Select(provider => new TheoryDataRow<Provider>(provider))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
