using Classroom.School.Regrades;

namespace Classroom.Web.Features.Regrades;

/// <param name="Before">Computed points; null without any.</param>
/// <param name="After">Computed points.</param>
/// <param name="Overridden">A teacher's own mark counts in place of the computed one, and stays.</param>
public sealed record RegradedStudentAnswer(int Id, string UserName, string Name, double? Before, double? After, bool Overridden)
{
    public static RegradedStudentAnswer From(RegradeEffect effect) => new(
        effect.Student.Id,
        effect.Student.UserName,
        effect.Student.DisplayName,
        effect.Before.Computed,
        effect.After.Computed,
        effect.After.IsOverridden);
}
