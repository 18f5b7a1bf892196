namespace Classroom.School.Gradebook;

/// <summary>A student's marks in one category.</summary>
/// <param name="Total">Of the marks that were kept.</param>
/// <param name="Dropped">So many lowest marks do not count.</param>
public sealed record CategoryTotal(CategoryDetails Category, MarkTotal Total, int Dropped);
