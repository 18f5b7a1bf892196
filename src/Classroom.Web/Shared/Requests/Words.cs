using System.Text.Json;

namespace Classroom.Web.Shared.Requests;

/// <summary>An enum's names as the API writes them: "notYetDue".</summary>
public static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Null where it is none of them.</summary>
    public static T? Parse<T>(string? word)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Of(value!.Value) == word);

    /// <summary>All of them: "best", "last", "first", "mean".</summary>
    public static string List<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(value => $"\"{Of(value)}\""));
}
