using Microsoft.Extensions.Options;

namespace Classroom.Web.Hosting;

/// <summary>The settings of section <c>Classroom</c>; README.md lists them.</summary>
public sealed class ClassroomSettings
{
    public const string Section = "Classroom";

    /// <summary>Fills an empty database with the demo school, and says on each page that it is one.</summary>
    public bool Demo { get; set; }

    /// <summary>Holds the SQLite file; relative to the content root.</summary>
    public string DataDirectory { get; set; } = "data";

    public DatabaseSettings Database { get; set; } = new();

    public NodeSettings Node { get; set; } = new();

    public TrainingSettings Training { get; set; } = new();
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
}

public sealed class TrainingSettings
{
    /// <summary>Training threads; 0 means one less than the machine has cores, at least one.</summary>
    public int Threads { get; set; }

    public int MaxWeights { get; set; } = 300_000;

    public int MaxSteps { get; set; } = 20_000;

    public double MaxMinutes { get; set; } = 10;
}

/// <summary>Each message names the setting as it is written in the environment.</summary>
public sealed class ClassroomSettingsValidation(IConfiguration configuration) : IValidateOptions<ClassroomSettings>
{
    public ValidateOptionsResult Validate(string? name, ClassroomSettings options)
    {
        var faults = new List<string>();
        if (options.Database.Provider == DatabaseProvider.Postgres && string.IsNullOrWhiteSpace(configuration.GetConnectionString("Classroom")))
        {
            faults.Add("ConnectionStrings__Classroom is missing: Classroom__Database__Provider=Postgres needs it.");
        }

        var roles = options.Node.Roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!roles.Order(StringComparer.Ordinal).SequenceEqual(["trainer", "web"]))
        {
            faults.Add($"Classroom__Node__Roles is '{options.Node.Roles}': this version runs web and trainer in one process, so it must be 'web,trainer'.");
        }

        if (options.Training.Threads is < 0 or > 256)
        {
            faults.Add($"Classroom__Training__Threads is {options.Training.Threads}: give 0 (cores − 1) to 256.");
        }

        if (options.Training.MaxWeights < 1 || options.Training.MaxSteps < 1 || options.Training.MaxMinutes <= 0)
        {
            faults.Add("Classroom__Training__MaxWeights, __MaxSteps and __MaxMinutes must be greater than 0.");
        }

        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            faults.Add("Classroom__DataDirectory is empty: name a folder that this program may write to.");
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
