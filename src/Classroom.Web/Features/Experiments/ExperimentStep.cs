namespace Classroom.Web.Features.Experiments;

/// <summary>The three steps of an experiment.</summary>
public enum ExperimentStep
{
    Predict,
    Run,
    Explain,
}
