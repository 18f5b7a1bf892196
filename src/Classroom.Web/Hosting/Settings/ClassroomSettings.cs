using System.Net;
using Classroom.Runs.Cluster;
using Classroom.School;
using Microsoft.Extensions.Options;

namespace Classroom.Web.Hosting.Settings;

/// <summary>The settings of section <c>Classroom</c>; README.md lists them.</summary>
public sealed class ClassroomSettings
{
    public const string Section = "Classroom";

    /// <summary>Fills an empty database with the demo school, and says on each page that it is one.</summary>
    public bool Demo { get; set; }

    /// <summary>Holds the SQLite file; relative to the content root.</summary>
    public string DataDirectory { get; set; } = "data";

    public SchoolSettings School { get; set; } = new();

    public DatabaseSettings Database { get; set; } = new();

    public NodeSettings Node { get; set; } = new();

    public TrainingSettings Training { get; set; } = new();

    public DataSetSettings DataSets { get; set; } = new();

    public ProxySettings Proxy { get; set; } = new();

    public CircuitSettings Circuits { get; set; } = new();
}

public sealed class SchoolSettings
{
    /// <summary>The time zone whose days are the school's, such as America/Chicago; empty for that of this machine.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Null where this machine knows no such time zone.</summary>
    public TimeZoneInfo? FindTimeZone() =>
        string.IsNullOrWhiteSpace(TimeZone)
            ? TimeZoneInfo.Local
            : TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone.Trim(), out var zone) ? zone : null;
}

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

public sealed class DatabaseSettings
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;
}

public sealed class NodeSettings
{
    /// <summary>What this process does: <c>web</c>, <c>trainer</c> or both, separated by commas.</summary>
    public string Roles { get; set; } = "web,trainer";

    /// <summary>The IP address at which the other nodes reach this one; empty for the one from which it reaches the database.</summary>
    public string? Address { get; set; }

    /// <summary>The TCP port at which the other nodes reach this one; 0 for 11111, or on one machine for a free one.</summary>
    public int SiloPort { get; set; }

    /// <summary>Null where <see cref="Roles"/> names anything else, or nothing.</summary>
    public NodeRoles? ParseRoles()
    {
        var roles = NodeRoles.None;
        foreach (var word in Roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word.ToLowerInvariant())
            {
                case "web":
                    roles |= NodeRoles.Web;
                    break;
                case "trainer":
                    roles |= NodeRoles.Trainer;
                    break;
                default:
                    return null;
            }
        }

        return roles == NodeRoles.None ? null : roles;
    }
}

public sealed class TrainingSettings
{
    /// <summary>Training threads; 0 means one less than the machine has cores, at least one.</summary>
    public int Threads { get; set; }

    public int MaxWeights { get; set; } = 300_000;

    public int MaxSteps { get; set; } = 20_000;

    public double MaxMinutes { get; set; } = 10;
}

public sealed class DataSetSettings
{
    /// <summary>What all data sets that one person has stored may take up together, unpacked.</summary>
    public int MaxMegabytesPerPerson { get; set; } = 1024;

    public SchoolLimits ToLimits() => new() { DataSetBytesPerPerson = MaxMegabytesPerPerson * 1024L * 1024 };
}

/// <summary>Each message names the setting as it is written in the environment.</summary>
public sealed class ClassroomSettingsValidation(IConfiguration configuration) : IValidateOptions<ClassroomSettings>
{
    public ValidateOptionsResult Validate(string? name, ClassroomSettings options)
    {
        var faults = new List<string>();
        if (options.Database.Provider == DatabaseProvider.Postgres
            && string.IsNullOrWhiteSpace(configuration.GetConnectionString("Classroom")))
        {
            faults.Add("ConnectionStrings__Classroom is missing: Classroom__Database__Provider=Postgres needs it.");
        }

        if (options.School.FindTimeZone() is null)
        {
            faults.Add($"Classroom__School__TimeZone is '{options.School.TimeZone}', which this machine does not know: give a name such "
                + "as America/Chicago, and install the package tzdata where that is unknown too.");
        }

        CheckNode(options, faults);
        faults.AddRange(options.Proxy.Check());
        faults.AddRange(options.Circuits.Check());
        faults.AddRange(TelemetrySettings.Check(configuration));

        if (options.Training.Threads is < 0 or > 256)
        {
            faults.Add($"Classroom__Training__Threads is {options.Training.Threads}: give 0 (cores − 1) to 256.");
        }

        if (options.Training.MaxWeights < 1 || options.Training.MaxSteps < 1 || options.Training.MaxMinutes <= 0)
        {
            faults.Add("Classroom__Training__MaxWeights, __MaxSteps and __MaxMinutes must be greater than 0.");
        }

        if (options.DataSets.MaxMegabytesPerPerson < 1)
        {
            faults.Add($"Classroom__DataSets__MaxMegabytesPerPerson is {options.DataSets.MaxMegabytesPerPerson}: give 1 or more.");
        }

        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            faults.Add("Classroom__DataDirectory is empty: name a folder that this program may write to.");
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static void CheckNode(ClassroomSettings options, List<string> faults)
    {
        var node = options.Node;
        if (node.ParseRoles() is not { } roles)
        {
            faults.Add($"Classroom__Node__Roles is '{node.Roles}': give 'web', 'trainer' or 'web,trainer'.");
        }
        else if (roles != NodeRoles.Both && options.Database.Provider == DatabaseProvider.Sqlite)
        {
            faults.Add($"Classroom__Node__Roles is '{node.Roles}', and the database is SQLite, which only one process can use: give "
                + "'web,trainer', or set Classroom__Database__Provider=Postgres for a node that does only one of the two.");
        }

        if (!string.IsNullOrWhiteSpace(node.Address)
            && (!IPAddress.TryParse(node.Address, out var address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)))
        {
            faults.Add($"Classroom__Node__Address is '{node.Address}': give the IP address of this machine at which the other nodes "
                + "reach it, such as 10.0.0.5, or leave it out.");
        }

        if (node.SiloPort is < 0 or > IPEndPoint.MaxPort)
        {
            faults.Add($"Classroom__Node__SiloPort is {node.SiloPort}: give 1 to {IPEndPoint.MaxPort}, or 0 to have one chosen.");
        }
    }
}
