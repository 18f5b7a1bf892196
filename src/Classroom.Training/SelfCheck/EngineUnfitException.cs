namespace Classroom.Training.SelfCheck;

/// <summary>This process computes wrongly, so it neither trains a network nor asks one. The message is for people.</summary>
public sealed class EngineUnfitException() : Exception(
    "Networks are switched off here at the moment: this server failed its own arithmetic check, and a wrong number would be worse than "
        + "none. Please tell your teacher.")
{
    /// <exception cref="EngineUnfitException">The check did not pass.</exception>
    public static void ThrowIfUnfit(EngineReport report)
    {
        if (!report.Passed)
        {
            throw new EngineUnfitException();
        }
    }
}
