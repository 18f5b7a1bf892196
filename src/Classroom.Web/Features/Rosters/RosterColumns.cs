using System.Collections.Frozen;

namespace Classroom.Web.Features.Rosters;

/// <summary>Which column of a table is what, as its first line says.</summary>
/// <param name="Name">The whole name; -1 where there is none, as for the others.</param>
/// <param name="LastFirst">The whole name, last name first, with a comma between.</param>
/// <param name="Count">How many there are.</param>
internal sealed record RosterColumns(int Name, int LastFirst, int First, int Last, int UserName, int Count)
{
    private static readonly FrozenSet<string> Names = ["name", "names", "fullname", "student", "students", "studentname", "displayname"];
    private static readonly FrozenSet<string> LastFirsts = ["lastfirst", "lastnamefirstname", "surnamefirstname", "lastnamefirst"];
    private static readonly FrozenSet<string> Firsts = ["first", "firstname", "given", "givenname", "forename", "studentfirstname"];
    private static readonly FrozenSet<string> Lasts = ["last", "lastname", "surname", "family", "familyname", "studentlastname"];
    private static readonly FrozenSet<string> UserNames = ["user", "username", "login", "loginname", "account", "accountname"];

    /// <summary>Null where the fields do not say where the name is: then it is no such line.</summary>
    public static RosterColumns? Find(IReadOnlyList<string> fields)
    {
        List<string> words = [.. fields.Select(field => string.Concat(field.Where(char.IsLetterOrDigit)).ToLowerInvariant())];
        var columns = new RosterColumns(
            words.FindIndex(Names.Contains),
            words.FindIndex(LastFirsts.Contains),
            words.FindIndex(Firsts.Contains),
            words.FindIndex(Lasts.Contains),
            words.FindIndex(UserNames.Contains),
            words.Count);
        // "Last, First" in one cell has a comma; two cells would be two columns. One word alone may well be somebody's name.
        return columns.Name >= 0 || columns.LastFirst >= 0 || (columns.First >= 0 && columns.Last >= 0) ? columns : null;
    }

    public string NameIn(IReadOnlyList<string> fields) => Name >= 0 ? Field(fields, Name)
        : LastFirst >= 0 ? RosterReader.Turn(Field(fields, LastFirst))
        : $"{Field(fields, First)} {Field(fields, Last)}".Trim();

    public string? UserNameIn(IReadOnlyList<string> fields) =>
        UserName >= 0 && Field(fields, UserName) is { Length: > 0 } userName ? userName : null;

    public string Say() => (Name >= 0, LastFirst >= 0, UserName >= 0) switch
    {
        (true, _, false) => "name",
        (true, _, true) => "name and user name",
        (_, true, false) => "last name, first name",
        (_, true, true) => "last name, first name, and user name",
        (_, _, false) => "first name and last name",
        _ => "first name, last name, and user name",
    };

    private static string Field(IReadOnlyList<string> fields, int place) => place < fields.Count ? fields[place] : "";
}
