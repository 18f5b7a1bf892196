using Classroom.School.Gradebook;
using Classroom.School.People;

namespace Classroom.School.Regrades;

/// <summary>What a regrade does to one student's mark. A mark that a teacher gave stays; then only the computed one changes.</summary>
public sealed record RegradeEffect(Person Student, Mark Before, Mark After);
