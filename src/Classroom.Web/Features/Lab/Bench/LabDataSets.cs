using Classroom.Training.Data;

namespace Classroom.Web.Features.Lab.Bench;

/// <summary>The uploaded data sets that a person may train on; the built-in ones are known to everybody.</summary>
/// <param name="Uploaded">In the order in which they are offered.</param>
public sealed record LabDataSets(IReadOnlyList<DataSetInfo> Uploaded);
