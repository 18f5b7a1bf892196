namespace Classroom.Web.Features.Lab.Bench;

/// <summary>A field of the bench that holds something wrong.</summary>
/// <param name="Id">Of its box on the page.</param>
/// <param name="Label">As the page calls it.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record BenchField(string Id, string Label, string Fault);
