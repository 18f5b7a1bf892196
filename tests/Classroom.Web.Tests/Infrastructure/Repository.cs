using System.Reflection;

namespace Classroom.Web.Tests;

/// <summary>The files that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder with a folder for each project.</summary>
    public static string Source { get; } = Path.GetFullPath(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Source").Value!);

    public static string Root { get; } = Path.GetDirectoryName(Source)!;
}
