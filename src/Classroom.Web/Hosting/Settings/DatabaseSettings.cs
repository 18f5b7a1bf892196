namespace Classroom.Web.Hosting.Settings;

/// <summary>Section <c>Classroom:Database</c>.</summary>
public sealed class DatabaseSettings
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;
}
