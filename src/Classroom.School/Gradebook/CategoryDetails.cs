namespace Classroom.School.Gradebook;

/// <summary>A category of a class's assignments.</summary>
/// <param name="Id">0 for a new one.</param>
/// <param name="Weight">Its share, in relation to those of the others.</param>
/// <param name="DropLowest">So many of each student's lowest marks do not count.</param>
public sealed record CategoryDetails(int Id, string Name, int Weight, int DropLowest);
