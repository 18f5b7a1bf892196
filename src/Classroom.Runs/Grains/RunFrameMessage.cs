namespace Classroom.Runs.Grains;

/// <summary>A probe's frame on its way to the viewers.</summary>
[GenerateSerializer, Immutable]
public sealed record RunFrameMessage(
    [property: Id(0)] int Step, [property: Id(1)] int Epoch, [property: Id(2)] string Kind, [property: Id(3)] string Json);
