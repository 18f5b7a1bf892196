using Classroom.School.Runs;

namespace Classroom.Web.Shared;

public static class RunName
{
    /// <summary>
    /// Its title; else the term whose experiment it is; else a run from the free lab. Runs of one experiment
    /// begin with their name in it.
    /// </summary>
    public static string For(RunSummary run, Curriculum.Curriculum curriculum)
    {
        var name = run.Title ?? curriculum.Find(run.Slug)?.Name ?? "Free run";
        return run.TrialRun is { } within ? $"{within} · {name}" : name;
    }
}
