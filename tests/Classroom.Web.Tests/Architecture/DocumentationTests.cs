using System.Text.RegularExpressions;

namespace Classroom.Web.Tests;

/// <summary>What READMEs and comments point at is there: files, folders, headings, and names in the code.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] LeftOut = [".git", "bin", "obj", "TestResults", "data", "Migrations"];

    private static readonly string[] CodeEndings =
        [".cs", ".razor", ".js", ".css", ".csproj", ".props", ".targets", ".sh", ".yml", ".conf"];

    private const string Endings = "md|cs|razor|js|css|sh|csproj|props|targets|conf|yml|py|service|sln";

    // What a student downloads of a run, a test of py-fsrs with whose numbers ours are compared, and a time zone.
    private static readonly string[] Elsewhere = ["model.py", "tests/test_basic.py", "America/Chicago"];

    private static readonly IReadOnlyList<string> Files = [.. Find(Repository.Root)];

    private static readonly IReadOnlyList<string> Code = [.. Files.Where(file => CodeEndings.Contains(Path.GetExtension(file)))];

    // Lessons are checked by the loader of the curriculum.
    private static readonly IReadOnlyList<(string File, string Text)> Pages =
    [
        .. Files.Where(file => Path.GetExtension(file) == ".md" && Path.GetFileName(file) != "lesson.md")
            .Select(file => (file, File.ReadAllText(file))),
    ];

    private static readonly IReadOnlyList<(string File, string Text)> PagesAndComments =
        [.. Pages, .. Code.Select(file => (file, Comments(File.ReadLines(file))))];

    [Fact]
    public void Links_lead_to_files_and_headings_of_the_repository() => AssertNone(
        from page in Pages
        from Match link in Link().Matches(CodeSpan().Replace(page.Text, ""))
        let target = link.Groups[1].Value
        where !target.Contains("://", StringComparison.Ordinal) && !LeadsSomewhere(page.File, target)
        select $"{Short(page.File)}: {target}");

    [Fact]
    public void Paths_from_the_top_lead_to_files_and_folders_of_the_repository() => AssertNone(
        from text in PagesAndComments
        from Match path in PathFromTop().Matches(text.Text)
        let target = path.Value.TrimEnd('.')
        where !target.Contains("/bin/", StringComparison.Ordinal) && !Elsewhere.Contains(target) && !Exists(Repository.Root, target)
        select $"{Short(text.File)}: {target}");

    [Fact]
    public void Paths_beside_a_page_or_below_the_projects_lead_somewhere_too() => AssertNone(
        from page in Pages
        from Match path in PathBeside().Matches(page.Text)
        let target = path.Groups[1].Value
        where !Elsewhere.Contains(target) && !Exists(Path.GetDirectoryName(page.File)!, target) && !Exists(Repository.Source, target)
        select $"{Short(page.File)}: {target}");

    [Fact]
    public void Files_that_are_named_exist()
    {
        var names = Files.Select(Path.GetFileName).ToHashSet();
        AssertNone(
            from text in PagesAndComments
            from Match name in FileName().Matches(text.Text)
            where !names.Contains(name.Groups[1].Value) && !Elsewhere.Contains(name.Value)
            select $"{Short(text.File)}: {name.Value}");
    }

    [Fact]
    public void Names_in_backticks_are_in_the_code()
    {
        var words = Code.SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(word => word.Value))
            .Concat(Files.SelectMany(file => Short(file).Split('/', '.')))
            .ToHashSet();
        AssertNone(
            from page in Pages
            from Match name in Name().Matches(page.Text)
            where !name.Groups[1].Value.Split('.').All(words.Contains)
            select $"{Short(page.File)}: {name.Groups[1].Value}");
    }

    private static void AssertNone(IEnumerable<string> found) => Assert.True(!found.Any(), string.Join('\n', found.Distinct()));

    private static IEnumerable<string> Find(string folder) => Directory.EnumerateFiles(folder).Concat(
        Directory.EnumerateDirectories(folder).Where(inner => !LeftOut.Contains(Path.GetFileName(inner))).SelectMany(Find));

    private static string Short(string file) => Path.GetRelativePath(Repository.Root, file);

    /// <summary>A file or a folder, or anything that fits where the last part has a star.</summary>
    private static bool Exists(string folder, string path)
    {
        var whole = Path.GetFullPath(Path.Combine(folder, path));
        var (parent, last) = (Path.GetDirectoryName(whole)!, Path.GetFileName(whole));
        return last.Contains('*')
            ? Directory.Exists(parent) && Directory.EnumerateFileSystemEntries(parent, last).Any()
            : Path.Exists(whole);
    }

    private static bool LeadsSomewhere(string page, string target)
    {
        var (path, heading) = target.Split('#') is [var before, var after] ? (before, after) : (target, null);
        var file = path.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, path);
        return Path.Exists(file)
            && (heading is null || Heading().Matches(File.ReadAllText(file)).Any(found => Anchor(found.Groups[1].Value) == heading));
    }

    /// <summary>What a heading is called in a link, as the usual viewers make it.</summary>
    private static string Anchor(string heading) => string.Concat(
        heading.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).Replace(' ', '-');

    private static string Comments(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(line => Comment().Match(line)).Where(comment => comment.Success).Select(comment => comment.Value));

    [GeneratedRegex("```.*?```|`[^`\n]+`", RegexOptions.Singleline)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\]\(([^)\s]+)(?: ""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<![\w./-])(?:src|tests|deploy|\.ci|\.config)/[\w./*-]+")]
    private static partial Regex PathFromTop();

    // `SelfCheck/Checks`, `Loop/`, `Classroom.School/Sessions`, `Presets/*Presets.cs`.
    [GeneratedRegex(@"`([A-Z][\w.]*(?:/[\w.*-]+)+/?|[A-Z]\w*/)`")]
    private static partial Regex PathBeside();

    [GeneratedRegex(@"(?<![\w.{}*$<>/…-])(?:[\w.-]+/)*([\w-][\w.-]*\.(?:" + Endings + @"))\b(?![\w(])")]
    private static partial Regex FileName();

    [GeneratedRegex(@"`([A-Z][A-Za-z0-9]+(?:\.[A-Z][A-Za-z0-9]+)*)(?:<\w+>)?`")]
    private static partial Regex Name();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<!:)//.*|^\s*#.*|@\*.*|<!--.*|^\s*\*.*")]
    private static partial Regex Comment();
}
