namespace Classroom.Runs.Tests;

internal static class Running
{
    /// <summary>Ends what a test waits for when the test run is ended.</summary>
    public static CancellationToken Ct => TestContext.Current.CancellationToken;
}
