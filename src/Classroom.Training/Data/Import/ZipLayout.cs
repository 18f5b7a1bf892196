namespace Classroom.Training.Data.Import;

/// <summary>
/// What the folders of a ZIP mean: which of them names the class of the pictures in it, and whether others divide the pictures
/// into those to train on and those to validate.
/// </summary>
/// <param name="Root">How many folders lie around all others.</param>
/// <param name="SplitLevel">Which folder after these says train or test; null where none does.</param>
/// <param name="ClassLevel">Which folder names the class, counted after the root and without the split, from 0.</param>
internal sealed record ZipLayout(int Root, int? SplitLevel, int ClassLevel)
{
    private static readonly string[] TrainNames = ["train", "training"];
    private static readonly string[] ValidationNames = ["test", "testing", "val", "valid", "validation"];

    /// <summary>The name of the class of what lies in this folder.</summary>
    public string ClassOf(string folder) => Inside(Parts(folder), Root, SplitLevel)[ClassLevel];

    /// <summary>Whether what lies in this folder is for validation; only where folders divide the pictures.</summary>
    public bool IsValidation(string folder) => SplitLevel is { } level && IsOneOf(ValidationNames, Parts(folder)[Root + level]);

    /// <summary>Finds the layout; gives null after adding a fault or a question.</summary>
    /// <param name="zip">The name of the file.</param>
    /// <param name="folders">Every path that has a picture in it, at least one.</param>
    /// <param name="upload">Where the class folder may have been chosen.</param>
    public static ZipLayout? Find(string zip, IReadOnlyCollection<string> folders, Upload upload)
    {
        // Two folders may have names that look the same.
        var paths = folders.Select(Parts).DistinctBy(path => string.Join('/', path)).ToList();
        var around = Common(paths);
        if (paths.Count > 1 && paths.Find(path => path.Length == around) is { } outer)
        {
            upload.Faults.Add(
                zip,
                $"Pictures lie in the folder '{Shown(outer)}' itself, beside the folders in it. Put each picture into the folder of its class.");
            return null;
        }

        var root = Math.Min(around, paths.Min(path => path.Length) - 1);
        var split = SplitLevelOf(paths, root);
        if (split is not null && paths.Find(path => path.Length - root < 2) is { } bare)
        {
            upload.Faults.Add(
                zip,
                $"The folder '{Shown(bare)}' says which pictures are for training or testing, but pictures lie in it without a folder "
                    + "for their class. Put them into one folder for each class.");
            return null;
        }

        var inside = paths.ConvertAll(path => Inside(path, root, split));
        var levels = Enumerable.Range(0, inside.Min(path => path.Length))
            .Where(level => inside.DistinctBy(path => path[level]).Skip(1).Any())
            .ToList();
        return levels switch
        {
            [] => OneClass(zip, inside[0][^1], upload),
            _ when upload.Options.Choices.ClassFolder is { } chosen => levels.Contains(chosen - 1)
                ? new(root, split, chosen - 1)
                : Refused(
                    zip,
                    $"There is no choice of folders {chosen} for the classes; it is "
                        + $"{string.Join(" or ", levels.Select(level => level + 1))}.",
                    upload),
            [var only] => new(root, split, only),
            _ => Ask(inside, levels, upload),
        };
    }

    private static ZipLayout? Ask(List<string[]> inside, List<int> levels, Upload upload)
    {
        upload.Questions.Add(new(
            "classFolder",
            "The pictures lie in folders within folders. Which folders are the classes?",
            [.. levels.Select(level => new ImportAnswer(
                $"{level + 1}", Names([.. ClassOrder.InOrder(inside.Select(path => path[level]).Distinct())])))]));
        return null;

        static string Names(string[] names)
        {
            const int most = 6;
            var more = names.Length > most ? $", and {names.Length - most:N0} more" : "";
            return $"{string.Join(", ", names.Take(most).Select(name => ImportFaults.Shown(name)))}{more} ({names.Length:N0} classes)";
        }
    }

    private static ZipLayout? OneClass(string zip, string name, Upload upload) =>
        Refused(
            zip,
            $"All pictures lie in the folder '{ImportFaults.Shown(name)}'; at least two classes are needed, or there is nothing to tell "
                + "apart. Put the pictures into one folder for each class.",
            upload);

    private static ZipLayout? Refused(string zip, string message, Upload upload)
    {
        upload.Faults.Add(zip, message);
        return null;
    }

    // Only where every picture is in one of them, and some are to train on: a class may be called "train" too.
    private static int? SplitLevelOf(List<string[]> paths, int root)
    {
        for (var level = root; level < paths.Min(path => path.Length); level++)
        {
            var names = paths.Select(path => path[level]).Distinct().ToList();
            if (names.Exists(name => IsOneOf(TrainNames, name)) && names.Exists(name => IsOneOf(ValidationNames, name))
                && names.TrueForAll(name => IsOneOf([.. TrainNames, .. ValidationNames], name)))
            {
                return level - root;
            }
        }

        return null;
    }

    private static string[] Inside(string[] path, int root, int? split) => [.. path.Skip(root).Where((_, level) => level != split)];

    // How many folders all paths begin with.
    private static int Common(List<string[]> paths)
    {
        var common = paths.Min(path => path.Length);
        return Enumerable.Range(0, common).TakeWhile(level => paths.TrueForAll(path => path[level] == paths[0][level])).Count();
    }

    private static bool IsOneOf(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string[] Parts(string folder) => [.. folder.Split('/').Select(ImportedName.Clean)];

    private static string Shown(string[] path) => ImportFaults.Shown(string.Join('/', path));
}
