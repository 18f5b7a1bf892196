namespace Classroom.Training.Probes.Rounds;

/// <summary>One kind of probe.</summary>
/// <param name="Name">In configs and frames.</param>
/// <param name="Create">Makes one for a run that it fits.</param>
/// <param name="Fits">Whether it can see anything there.</param>
/// <param name="ByDefault">Of those that fit, whether it looks where a config names none; null is always.</param>
internal sealed record ProbeKind(
    string Name, Func<ProbedRun, Probe> Create, Predicate<ProbeSubject> Fits, Predicate<ProbeSubject>? ByDefault = null)
{
    public bool IsDefault(ProbeSubject subject) => ByDefault?.Invoke(subject) ?? true;
}
