namespace Classroom.School.Tests;

public enum Provider
{
    Sqlite,
    Postgres,
}
