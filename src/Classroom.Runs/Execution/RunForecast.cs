namespace Classroom.Runs.Execution;

/// <summary>What a run that has not ended can expect; nothing where nobody can know.</summary>
/// <param name="QueuePlace">Its place among its owner's waiting runs, from 1; null where it need not wait.</param>
/// <param name="ExpectedStart">Seconds until a waiting run trains.</param>
/// <param name="ExpectedEnd">Seconds until its end.</param>
[GenerateSerializer, Immutable]
public sealed record RunForecast(
    [property: Id(0)] int? QueuePlace, [property: Id(1)] int? ExpectedStart, [property: Id(2)] int? ExpectedEnd)
{
    public static RunForecast None { get; } = new(null, null, null);
}
