using Classroom.School.Runs;
using Mono.Cecil;

namespace Classroom.Web.Tests;

/// <summary>
/// Pages, endpoints and circuits reach runs only through services that take an actor: nothing in the web project names a type that
/// trusts its caller.
/// </summary>
public sealed class TrustTests
{
    [Theory]
    [InlineData(typeof(RunJournal))]
    [InlineData(typeof(RunCreator))]
    public void The_web_project_does_not_use_what_trusts_its_caller(Type trusting)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, "Classroom.Web.dll"));
        var used = module.GetTypeReferences().Select(type => type.FullName).ToHashSet();
        Assert.Contains(typeof(RunReader).FullName!, used);
        Assert.DoesNotContain(trusting.FullName!, used);
    }
}
