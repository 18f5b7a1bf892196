using Classroom.Training.Settings.Table;
using Classroom.Web.Features.Settings;

namespace Classroom.Web.Features.Lab.Bench;

/// <summary>Which box of the bench holds which field of a config.</summary>
public static class BenchFields
{
    private const string Option = "data.";

    // In the order of the page; a data set's options stand right below it.
    private static readonly string[] Keys =
        [.. SettingTable.All.Where(setting => setting.Place != SettingPlace.NoField).Select(setting => setting.Key).Distinct()];

    /// <summary>The wrong fields that the page shows, in its order, each once.</summary>
    /// <param name="errors">What is wrong, by field of the config.</param>
    /// <param name="form">What the bench holds.</param>
    /// <param name="isPicture">The examples are pictures.</param>
    public static IReadOnlyList<BenchField> Create(ILookup<string, string> errors, LabForm form, bool isPicture) =>
    [
        .. from error in errors
           // One of a list stands in the list's box.
           let field = error.Key.Split('[')[0]
           let isOption = field.StartsWith(Option, StringComparison.Ordinal)
           let place = isOption ? 0 : Array.IndexOf(Keys, field)
           where place >= 0
           group error.First() by (place, field, isOption) into wrong
           orderby wrong.Key.place
           select wrong.Key.isOption
               ? OfOption(wrong.Key.field[Option.Length..], wrong.First(), isPicture)
               : OfSetting(SettingTable.Find(wrong.Key.field, form.Model)!, wrong.First()),
    ];

    private static BenchField OfOption(string option, string fault, bool isPicture) =>
        new(option, LabDataField.LabelOf(option, isPicture), fault);

    private static BenchField OfSetting(Setting setting, string fault) => new(setting.Id, setting.Label, fault);
}
