using System.Globalization;
using System.Text.Json.Nodes;
using Classroom.Curriculum.Quizzes;
using Classroom.Training.Data;
using Classroom.Training.Settings.Table;
using Classroom.Training.Settings.Values;

namespace Classroom.Web.Features.Settings;

/// <summary>
/// What somebody typed for a setting, as a config's JSON. What makes no sense stays text, so that the check can name the field.
/// </summary>
public static class TypedSetting
{
    /// <summary>Null where the setting may be left out, and nothing was typed or what holds without it.</summary>
    public static JsonNode? ToJson(Setting setting, string typed) => setting.Type switch
    {
        _ when setting.Place is SettingPlace.More or SettingPlace.NoField
            && (string.IsNullOrWhiteSpace(typed) || typed == setting.Default) => null,
        WholeNumber or RealNumber => ReadNumber(typed),
        WholeNumberList => new JsonArray([.. Split(typed).Select(ReadNumber)]),
        Flag => typed == Flag.Yes,
        _ => typed,
    };

    public static JsonNode? ToJson(DataOption option, string typed) => option.Kind switch
    {
        DataOptionKind.One => typed,
        DataOptionKind.Several => new JsonArray([.. SplitNames(typed, option.Choices).Select(name => (JsonNode)name)]),
        _ => ReadNumber(typed),
    };

    /// <summary>What was typed as a list.</summary>
    public static string[] Split(string typed) =>
        typed.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // As a program writes it first, to the last bit, then as people do.
    private static JsonNode? ReadNumber(string typed)
    {
        var text = typed.Trim();
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : TypedNumber.ReadOne(text) is not { } read ? text
            : decimal.IsInteger(read) ? (long)read
            : double.Parse(read.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    // A name may hold a space itself.
    private static IEnumerable<string> SplitNames(string typed, IReadOnlyList<string> known) =>
        typed.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(name => known.Contains(name) ? [name] : Split(name));
}
