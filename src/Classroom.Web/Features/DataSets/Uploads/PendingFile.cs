using Classroom.Training.Data.Import;

namespace Classroom.Web.Features.DataSets.Uploads;

/// <summary>An uploaded file that waits for its preview to be stored.</summary>
/// <param name="Name">As the browser gave it; for messages only.</param>
/// <param name="Content">A copy of our own.</param>
internal sealed record PendingFile(string Name, TemporaryFile Content);
