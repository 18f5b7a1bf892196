namespace Classroom.School.ItemAnalysis;

/// <summary>
/// The first graded attempts at a term's quiz of those who had finished its experiment before they handed in, and of the others. It does
/// not show that the experiment is why: whoever runs it may be keener to begin with.
/// </summary>
/// <param name="Slug">Of the term.</param>
/// <param name="MeanWith">0 to 1; null where nobody is in the group.</param>
/// <param name="MeanWithout">0 to 1; null where nobody is in the group.</param>
public sealed record ExperimentEffect(string Slug, int CountWith, double? MeanWith, int CountWithout, double? MeanWithout)
{
    /// <summary>With fewer in a group, its mean says little.</summary>
    public const int FewStudents = 10;

    public bool HasFewStudents => CountWith < FewStudents || CountWithout < FewStudents;
}
