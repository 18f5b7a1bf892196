namespace Classroom.School.Accounts;

/// <summary>What would come of a list of new students, in its order.</summary>
public sealed record RosterPreview(IReadOnlyList<StudentProposal> Students);
