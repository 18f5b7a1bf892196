using System.Globalization;

namespace Classroom.Web.Shared;

public static class Percent
{
    /// <summary>A share from 0 to 1 in whole percent. Only all is 100 %: 0.996 is 99 %.</summary>
    public static string Of(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{(share < 1 ? Math.Min(99, Math.Round(share * 100)) : 100):0} %");
}
