namespace Classroom.School;

/// <summary>Another process serves the database, and only one can.</summary>
public sealed class DatabaseInUseException(string file, Exception inner)
    : IOException(
        $"Another Classroom is using the database {file}: end it first, or give this one a data directory of its own with "
            + "Classroom__DataDirectory.",
        inner);
