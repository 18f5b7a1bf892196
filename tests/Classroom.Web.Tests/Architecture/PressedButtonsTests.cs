using System.Text.RegularExpressions;

namespace Classroom.Web.Tests;

/// <summary>A disabled button loses the focus, and a keyboard's Tab passes it by.</summary>
public sealed partial class PressedButtonsTests
{
    // Before the circuit stands nothing has the focus yet; what is read only, the reader has handed in.
    private static readonly string[] Harmless = ["Waiting", "Disabled", "ReadOnly", "!RendererInfo.IsInteractive"];

    // Never what was just pressed for long: "Previous" leads to a question whose title gets the focus, what is said of a right
    // answer gets it too, a step that is not reached has not been open, and new runs lead to another page.
    private static readonly string[] Exceptions = [
        "Disabled || Current == 0", "Disabled || IsDone", "Disabled || step > Reached", "!Fits || Waiting"
    ];

    [Fact]
    public void No_button_is_disabled_by_being_pressed()
    {
        var conditions = Directory.EnumerateFiles(Repository.Source, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Button()
                .Matches(File.ReadAllText(file))
                .Select(match => (File: Path.GetFileName(file), Condition: match.Groups[1].Value.Trim('(', ')'))))
            .ToList();

        Assert.True(conditions.Count > 30);
        Assert.DoesNotContain(conditions, found => !Harmless.Concat(Exceptions).Contains(found.Condition));
    }

    [GeneratedRegex("""<(?:button|fieldset)[^>]* disabled="@([^"]*)".*""")]
    private static partial Regex Button();
}
