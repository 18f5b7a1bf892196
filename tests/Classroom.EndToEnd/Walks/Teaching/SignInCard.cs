using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace Classroom.EndToEnd;

/// <summary>What a printed card says.</summary>
public sealed partial record SignInCard(string Name, string UserName, string Password)
{
    /// <summary>Reads the file as a printer would get it, with another program than the one that wrote it.</summary>
    public static IReadOnlyList<SignInCard> Read(string path, string className)
    {
        using var pdf = PdfDocument.Open(path);
        return
        [
            .. pdf.GetPages()
                .SelectMany(page => page.Text.Split(className).Skip(1))
                .Select(text => Words().Match(text))
                .Select(card => new SignInCard(card.Groups["name"].Value, card.Groups["user"].Value, card.Groups["password"].Value)),
        ];
    }

    [GeneratedRegex("^(?<name>.+)User name(?<user>[a-z0-9.]+)Password(?<password>[a-z]+-[a-z]+-[0-9]+)Scan")]
    private static partial Regex Words();
}
