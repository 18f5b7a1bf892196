using System.Security.Cryptography;

namespace Classroom.School.SignInCards;

/// <summary>One picture or several in their order, as text for hashing and encrypting.</summary>
internal static class SecretPictures
{
    private const char Separator = '+';

    private static readonly SecretPicture[] All = Enum.GetValues<SecretPicture>();

    public static IReadOnlyList<SecretPicture> New(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => All[RandomNumberGenerator.GetInt32(All.Length)])];

    public static string ToText(IEnumerable<SecretPicture> pictures) => string.Join(Separator, pictures);

    /// <summary>Null where it is no text that <see cref="ToText"/> has made.</summary>
    public static IReadOnlyList<SecretPicture>? FromText(string? text)
    {
        var parts = (text ?? "").Split(Separator);
        SecretPicture[] known = [.. All.Where(picture => parts.Contains($"{picture}"))];
        return parts.All(part => known.Any(picture => $"{picture}" == part))
            ? [.. parts.Select(part => known.First(picture => $"{picture}" == part))]
            : null;
    }
}
