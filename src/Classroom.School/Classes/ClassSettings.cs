using Classroom.Naming;

namespace Classroom.School.Classes;

/// <summary>What a teacher decides about her class.</summary>
public sealed record ClassSettings(string Name)
{
    public const int LongestName = 100;

    /// <summary>An IANA name; null for the school's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whoever has the code is in; otherwise a teacher lets her in.</summary>
    public bool AdmitsAtOnce { get; init; }

    internal List<Fault> FindFaults()
    {
        var faults = FindNameFaults(Name);
        if (TimeZone is not null && !ClassTimeZones.Exist(TimeZone))
        {
            faults.Add(new("timeZone", "There is no such time zone. Choose one from the list, for example America/New_York."));
        }

        return faults;
    }

    internal static List<Fault> FindNameFaults(string? name) => name?.Trim() switch
    {
        null or "" => [new Fault("name", "A class needs a name, for example \"7b Computing\".")],
        { Length: > LongestName } trimmed => [new Fault("name", $"The name has {trimmed.Length} characters; at most {LongestName} fit.")],
        { } trimmed when NameText.Fault(trimmed) is { } unseen => [new Fault("name", unseen)],
        _ => [],
    };
}
