namespace Classroom.Training.Settings.Table;

/// <summary>
/// All settings of a run but the options of its data set and its probes, in the order of forms. One name may have a row for each
/// model. To add one, add its row, the property of the config's record that has the same name in JSON, and the code that uses it.
/// </summary>
public static class SettingTable
{
    public static IReadOnlyList<Setting> All { get; } =
        [UsualSettings.DataSet, .. ModelSettings.All, .. UsualSettings.All, .. AdvancedSettings.All];

    /// <summary>The settings of a run with a model of this kind: those of other models left out.</summary>
    public static IEnumerable<Setting> For(string? model) =>
        All.Where(setting => setting.Models.Count == 0 || setting.Models.Contains(model));

    /// <summary>Those of one object of a config: <c>model</c>, <c>optimizer</c>, or the config itself where it is empty.</summary>
    public static IEnumerable<Setting> In(string part, string? model) =>
        For(model).Where(setting => setting.Key == (part.Length == 0 ? setting.Name : $"{part}.{setting.Name}"));

    /// <summary>The setting at a place in a config, such as <c>model.hidden</c>, whose meaning may depend on the model; or null.</summary>
    public static Setting? Find(string key, string? model) =>
        For(model).FirstOrDefault(setting => setting.Key == key) ?? All.FirstOrDefault(setting => setting.Key == key);
}
