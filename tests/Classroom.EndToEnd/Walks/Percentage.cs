using System.Text.RegularExpressions;

namespace Classroom.EndToEnd;

public static partial class Percentage
{
    /// <summary>A share as pages show it, for example "57%".</summary>
    [GeneratedRegex(@"^\s*(100|\d\d?)%\s*$")]
    public static partial Regex Pattern();
}
