namespace Classroom.Web.Tests;

/// <summary>Holds the folders of each project to <see cref="FolderTable"/>.</summary>
public sealed class FolderTests(ITestOutputHelper output)
{
    public static TheoryData<string> Projects => [.. FolderTable.Of.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_use_only_what_stands_beside_them_in_the_table(string project)
    {
        var table = Read(FolderTable.Of[project]);
        var arrows = FolderArrows.Read(project).Used;
        foreach (var (folder, used) in arrows.OrderBy(arrow => arrow.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{project}/{folder} → {string.Join(", ", used.Order(StringComparer.Ordinal))}");
        }

        Assert.Equal(table.Select(line => line.Folder).Order(StringComparer.Ordinal), arrows.Keys.Order(StringComparer.Ordinal));
        foreach (var (folder, allowed) in table.Where(line => !IsDbContext(project, line.Folder)))
        {
            Assert.Equal(
                (folder, string.Join(", ", allowed.Order(StringComparer.Ordinal))),
                (folder, string.Join(", ", arrows[folder].Order(StringComparer.Ordinal))));
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folder_uses_one_below_it(string project)
    {
        var above = new HashSet<string>();
        foreach (var (folder, allowed) in Read(FolderTable.Of[project]))
        {
            Assert.Empty(allowed.Where(used => !above.Contains(used)).Select(used => $"{folder} → {used}"));
            above.Add(folder);
        }
    }

    // The database context knows every entity, and every service knows it.
    private static bool IsDbContext(string project, string folder) => project == "Classroom.School" && folder == "(root)";

    private static List<(string Folder, IReadOnlyList<string> Used)> Read(string table)
    {
        var lines = new List<(string Folder, IReadOnlyList<string> Used)>();
        foreach (var line in table.Split('\n'))
        {
            var words = line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            if (line.StartsWith(' '))
            {
                lines[^1] = (lines[^1].Folder, [.. lines[^1].Used, .. words]);
            }
            else
            {
                lines.Add((words[0], words[1..]));
            }
        }

        return lines;
    }
}
