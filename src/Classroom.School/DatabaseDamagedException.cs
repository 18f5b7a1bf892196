namespace Classroom.School;

/// <summary>What the database's file holds is no longer a database.</summary>
public sealed class DatabaseDamagedException(string file, string found, Exception? inner = null)
    : IOException(
        $"The database {file} is damaged ({found.TrimEnd('.')}): put a backup in its place, or move it away to begin with an empty one.",
        inner);
