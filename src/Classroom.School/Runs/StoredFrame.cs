namespace Classroom.School.Runs;

/// <summary>A probe's frame as it is stored.</summary>
public sealed record StoredFrame(int Index, int Step, int Epoch, string Kind, string Json);
