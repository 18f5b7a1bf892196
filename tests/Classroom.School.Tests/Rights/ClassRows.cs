using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests.Rights;

/// <summary>All that is stored about a class and one of its students, to be compared with what it was.</summary>
internal static class ClassRows
{
    /// <summary>Whoever was here and when is no part of the class's work.</summary>
    private static readonly string[] Besides = ["AuditEntries", "SignInSessions", "DataProtectionKeys", "__EFMigrationsHistory"];

    /// <summary>A line for each row, but for rows of the actor herself: what she does with her own is her right.</summary>
    public static async Task<HashSet<string>> ReadAsync(TestSchool school, RightsScene scene, Actor actor)
    {
        await using var db = school.OpenContext();
        await db.Database.OpenConnectionAsync(Running.Ct);
        var lines = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Except(Besides))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The name of a table of the model.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(Running.Ct);
            while (await reader.ReadAsync(Running.Ct))
            {
                var row = Enumerable.Range(0, reader.FieldCount)
                    .ToDictionary(reader.GetName, at => Text(reader.GetValue(at)), StringComparer.Ordinal);
                if (scene.IsOfTheClass(table, row) && !RightsScene.IsOf(actor, row))
                {
                    lines.Add($"{table}: {string.Join(", ", row.Select(column => $"{column.Key}={column.Value}"))}");
                }
            }
        }

        return lines;
    }

    private static string Text(object value) => value switch
    {
        DBNull => "",
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
