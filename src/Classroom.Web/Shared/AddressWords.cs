namespace Classroom.Web.Shared;

/// <summary>The values of an enum as addresses name them: <c>valLoss</c>.</summary>
public static class AddressWords
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The value of that name, in capitals or not; null for anything else. A number is no name, although Enum.Parse takes it.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum => word is null
            ? null
            : Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => value.ToString()!.Equals(word, StringComparison.OrdinalIgnoreCase));
}
