using System.Text.RegularExpressions;
using Classroom.Curriculum.Loading;

namespace Classroom.Web.Tests;

/// <summary>Lessons name interactive figures, and the web has their modules: neither may be without the other.</summary>
public sealed partial class InteractiveFigureTests
{
    private const string Kit = "kit";

    private static readonly string Folder = Path.Combine(Repository.Source, "Classroom.Web", "wwwroot", "figures");

    private static readonly Lazy<IReadOnlyList<(string Slug, string Name)>> Figures = new(() =>
    [
        .. CurriculumLoader.Load(Curriculum.Curriculum.DefaultFolder).Terms.Where(term => term.HasLesson)
            .SelectMany(term => Named()
                .Matches(term.Lesson!.Core.Html + term.Lesson.Deep.Html)
                .Select(match => (term.Slug, match.Groups["name"].Value))),
    ]);

    private static IEnumerable<string> Modules =>
        Directory.GetFiles(Folder, "*.js").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => name != Kit);

    [Fact]
    public void Every_interactive_figure_of_a_lesson_has_its_module() =>
        Assert.All(
            Figures.Value,
            figure => Assert.True(
                Modules.Contains(figure.Name),
                $"{figure.Slug} names the interactive figure \"{figure.Name}\", but there is no figures/{figure.Name}.js."));

    [Fact]
    public void Every_module_is_used_by_a_lesson() =>
        Assert.Empty(Modules.Except(Figures.Value.Select(figure => figure.Name)));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_module_is_small_and_needs_nothing_but_the_kit(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".js"));

        Assert.InRange(text.Length, 1, 8 * 1024);
        Assert.All(Imported().Matches(text), import => Assert.Equal("./kit.js", import.Groups["from"].Value));
        // The content security policy stops the first; a text that becomes markup could carry the second.
        Assert.DoesNotContain("setAttribute('style'", text, StringComparison.Ordinal);
        Assert.DoesNotContain("innerHTML", text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Files() => [.. Modules, Kit];

    [GeneratedRegex("data-interactive=\"(?<name>[^\"]+)\"")]
    private static partial Regex Named();

    [GeneratedRegex(@"\bfrom '(?<from>[^']+)'|\bimport\(")]
    private static partial Regex Imported();
}
