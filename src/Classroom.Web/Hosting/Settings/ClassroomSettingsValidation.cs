using System.Net;
using Classroom.Runs.Cluster;
using Microsoft.Extensions.Options;

namespace Classroom.Web.Hosting.Settings;

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
