using System.Reflection;
using System.Xml.Linq;

namespace Classroom.Web.Tests;

/// <summary>Holds the projects to the dependency table of the architecture.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["Classroom.Naming"] = [],
        ["Classroom.Curriculum"] = [],
        ["Classroom.School"] = ["Classroom.Curriculum", "Classroom.Naming"],
        ["Classroom.School.Sqlite"] = ["Classroom.School"],
        ["Classroom.School.Postgres"] = ["Classroom.School"],
        ["Classroom.Training"] = ["Classroom.Naming"],
        ["Classroom.Runs"] = ["Classroom.School", "Classroom.Training"],
        ["Classroom.Web"] = [
            "Classroom.Curriculum", "Classroom.Runs", "Classroom.School", "Classroom.School.Postgres", "Classroom.School.Sqlite",
            "Classroom.Training"
        ],
    };

    private static string Source { get; } =
        typeof(ArchitectureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Source").Value!;

    [Fact]
    public void The_table_names_every_project() =>
        Assert.Equal(MayReference.Keys.Order(), Directory.GetDirectories(Source).Select(Path.GetFileName).Order());

    [Fact]
    public void Projects_reference_only_what_the_table_allows()
    {
        foreach (var (project, allowed) in MayReference)
        {
            var references = XDocument.Load(Path.Combine(Source, project, $"{project}.csproj")).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
            Assert.Empty(references.Except(allowed).Select(reference => $"{project} → {reference}"));
        }
    }

    [Theory]
    [InlineData("Classroom.Curriculum", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Orleans", "TorchSharp")]
    [InlineData("Classroom.Training", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "Orleans")]
    [InlineData("Classroom.School", "Microsoft.AspNetCore.Components", "Orleans", "TorchSharp")]
    [InlineData("Classroom.Runs", "Microsoft.AspNetCore.Components", "Plotly")]
    public void Projects_know_nothing_of(string project, params string[] foreign) =>
        Assert.DoesNotContain(
            Assembly.Load(project).GetReferencedAssemblies(),
            reference => foreign.Any(name => reference.Name!.StartsWith(name, StringComparison.Ordinal)));
}
