namespace Classroom.Web.Hosting.Settings;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
