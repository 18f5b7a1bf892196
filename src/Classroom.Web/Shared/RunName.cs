using Classroom.School;

namespace Classroom.Web.Shared;

public static class RunName
{
    /// <summary>What its owner called it; else the term whose experiment it is; else a run from the free lab.</summary>
    public static string Of(RunSummary run, Curriculum.Curriculum curriculum) =>
        run.Title ?? curriculum.Find(run.Slug)?.Name ?? "Free run";
}
