using System.Collections;
using System.Reflection;
using Classroom.Web.Hosting.Settings;
using F23.StringSimilarity;

namespace Classroom.Web.Hosting;

/// <summary>
/// Settings on the command line, as ASP.NET Core reads them: <c>--urls=http://…</c>, <c>--Classroom:Demo=true</c>, or the value as
/// the next word. ASP.NET Core itself takes any name; here one that nothing reads is an error, with the nearest that exists.
/// </summary>
internal sealed class ConfigurationArguments
{
    private static readonly OptimalStringAlignment Slips = new();

    // Of these any name is one: categories of the log, names of connections, certificates.
    private static readonly string[] OpenSections = ["Logging", "ConnectionStrings", "Kestrel"];

    // What the host itself reads.
    private static readonly string[] HostNames =
    [
        HostDefaults.ApplicationKey,
        HostDefaults.EnvironmentKey,
        HostDefaults.ContentRootKey,
        "AllowedHosts",
        "ReloadStaticAssetsAtRuntime",
        "FORWARDEDHEADERS_ENABLED",
        "TEMP",
        .. TelemetrySettings.Names,
        .. typeof(WebHostDefaults).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!),
    ];

    // Of the verbs; System.CommandLine knows what is near to them.
    private static readonly string[] OptionsOfVerbs = ["user", "help", "version"];

    // More, and it is another word.
    private const double MaxSlips = 2;

    private static readonly IReadOnlyList<string> Names = [.. NamesOf(typeof(ClassroomSettings), ClassroomSettings.Section), .. HostNames];

    private ConfigurationArguments(IReadOnlyList<string> settings, IReadOnlyList<string> others, IReadOnlyList<string> faults) =>
        (Settings, Others, Faults) = (settings, others, faults);

    /// <summary>For ASP.NET Core.</summary>
    public IReadOnlyList<string> Settings { get; }

    /// <summary>Verbs and their options, in their order.</summary>
    public IReadOnlyList<string> Others { get; }

    public IReadOnlyList<string> Faults { get; }

    /// <param name="args">The program's.</param>
    public static ConfigurationArguments Parse(IReadOnlyList<string> args)
    {
        var (settings, others, faults) = (new List<string>(), new List<string>(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i].Split('=')[0].TrimStart('-', '/');
            if (args[i].EndsWith('=') && IsSection(name))
            {
                // Who passes a whole configuration on names its sections too, without a value.
                settings.Add(args[i]);
                continue;
            }

            var isSetting = args[i].StartsWith("--", StringComparison.Ordinal) && (name.Contains(':') || IsKnown(name));
            if (!isSetting)
            {
                if (args[i].StartsWith("--", StringComparison.Ordinal) && NearestOption(name) is { } meant)
                {
                    faults.Add($"There is no option '--{name}'. Did you mean '--{meant}'?");
                    continue;
                }

                if (args[i].Contains('=') && IsKnown(name))
                {
                    faults.Add($"'{args[i]}' is not understood: write --{args[i].TrimStart('-', '/')}.");
                    continue;
                }

                others.Add(args[i]);
                continue;
            }

            if (!IsKnown(name))
            {
                faults.Add($"There is no setting '--{name}'. Did you mean '--{Nearest(name)}'?");
            }

            settings.Add(args[i]);
            if (!args[i].Contains('='))
            {
                if (i + 1 == args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal))
                {
                    faults.Add($"'--{name}' has no value: write --{name}=VALUE.");
                }
                else
                {
                    settings.Add(args[++i]);
                }
            }
        }

        return new(settings, others, faults);
    }

    private static bool IsKnown(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || OpenSections.Any(section => name.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase));

    private static bool IsSection(string name) =>
        OpenSections.Any(section => section.Equals(name, StringComparison.OrdinalIgnoreCase))
        || Names.Any(known => known.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));

    private static string Nearest(string name) => Names.MinBy(known => CountSlips(known, name))!;

    /// <summary>The setting that was meant; null where an option of a verb was, or nothing is near.</summary>
    private static string? NearestOption(string name)
    {
        var nearest = OptionsOfVerbs.Concat(Names).MinBy(known => CountSlips(known, name))!;
        return CountSlips(nearest, name) <= MaxSlips && !OptionsOfVerbs.Contains(nearest) ? nearest : null;
    }

    /// <summary>Also without its sections: "demo" is a setting's name to whoever types it.</summary>
    private static double CountSlips(string known, string typed) => Math.Min(
        Slips.Distance(known.ToUpperInvariant(), typed.ToUpperInvariant()),
        Slips.Distance(known.Split(':')[^1].ToUpperInvariant(), typed.ToUpperInvariant()));

    /// <summary>The properties of settings classes within settings classes, with colons as in a configuration.</summary>
    private static IEnumerable<string> NamesOf(Type settings, string section) =>
        settings.GetProperties().Where(property => property.CanWrite).SelectMany(property =>
            property.PropertyType == typeof(string) || property.PropertyType.IsValueType ? [$"{section}:{property.Name}"]
            : typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
                ? Enumerable.Range(0, 10).Select(index => $"{section}:{property.Name}:{index}")
            : NamesOf(property.PropertyType, $"{section}:{property.Name}"));
}
