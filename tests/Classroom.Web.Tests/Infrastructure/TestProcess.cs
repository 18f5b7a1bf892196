using System.Runtime.CompilerServices;

namespace Classroom.Web.Tests;

internal static class TestProcess
{
    /// <summary>
    /// ASP.NET Core remembers for the whole process where uploads go, and a host would name a folder of its own, which goes with it:
    /// hosts of one test process share the system's folder.
    /// </summary>
    [ModuleInitializer]
    internal static void ShareTemporaryFolder() => Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", Path.GetTempPath());
}
