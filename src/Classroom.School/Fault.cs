namespace Classroom.School;

/// <summary>One thing wrong with a request: the field it is about, and what to do instead.</summary>
public sealed record Fault(string Field, string Message);
