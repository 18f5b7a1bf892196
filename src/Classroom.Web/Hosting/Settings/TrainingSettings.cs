namespace Classroom.Web.Hosting.Settings;

/// <summary>Section <c>Classroom:Training</c>.</summary>
public sealed class TrainingSettings
{
    /// <summary>Training threads; 0 means one less than the machine has cores, at least one.</summary>
    public int Threads { get; set; }

    public int MaxWeights { get; set; } = 300_000;

    public int MaxSteps { get; set; } = 20_000;

    public double MaxMinutes { get; set; } = 10;
}
