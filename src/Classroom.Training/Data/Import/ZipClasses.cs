namespace Classroom.Training.Data.Import;

/// <summary>The classes of a ZIP of pictures, known before a picture is unpacked.</summary>
/// <param name="Layout">What its folders mean.</param>
/// <param name="Names">In their order.</param>
/// <param name="Notes">What was left out, and what looks odd.</param>
internal sealed record ZipClasses(ZipLayout Layout, string[] Names, IReadOnlyList<string> Notes)
{
    private readonly Dictionary<string, byte> labels = Names.Index()
        .ToDictionary(name => name.Item, name => (byte)name.Index, StringComparer.Ordinal);

    public byte LabelOf(string folder) => labels[Layout.ClassOf(folder)];

    /// <summary>Gives null after adding a fault or a question.</summary>
    public static ZipClasses? Find(string zip, ZipSurvey survey, Upload upload)
    {
        upload.Reading = new() { Format = "ZIP of pictures" };
        if (ZipLayout.Find(zip, survey.Folders, upload) is not { } layout)
        {
            return null;
        }

        var names = ClassOrder.InOrder(survey.Folders.Select(layout.ClassOf).Distinct(StringComparer.Ordinal));
        if (names.Length > upload.Limits.MaxClasses)
        {
            upload.Faults.Add(
                zip, $"The ZIP holds {names.Length:N0} folders that are classes; at most {upload.Limits.MaxClasses} classes are allowed.");
            return null;
        }

        var faults = upload.Faults.Count;
        foreach (var name in names)
        {
            if (ImportedName.Fault(name, upload.Limits.MaxNameLength) is { } fault)
            {
                upload.Faults.Add(zip, $"The name of the folder '{ImportFaults.Shown(name)}' {fault}. It is the name of a class.");
            }
        }

        return upload.Faults.Count > faults
            ? null
            : new(layout, names, [.. NotesOn(survey), .. ClassNotes.DifferInCapitals("folders", names)]);
    }

    private static string[] NotesOn(ZipSurvey survey) =>
    [
        .. survey.LeftOut switch
        {
            0 => [],
            1 => ["One hidden or system file was left out."],
            var more => new[] { $"{more:N0} hidden or system files were left out." },
        },
        .. ImportedName.Notes(survey.Folders.SelectMany(folder => folder.Split('/'))),
    ];
}
