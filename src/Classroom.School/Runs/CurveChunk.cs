namespace Classroom.School.Runs;

/// <summary><paramref name="Count"/> points from <paramref name="FirstSequence"/> on, encoded in <paramref name="Data"/>.</summary>
public sealed record CurveChunk(int FirstSequence, int Count, byte[] Data);
