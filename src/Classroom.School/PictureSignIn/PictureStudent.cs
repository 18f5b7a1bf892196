using Classroom.School.People;

namespace Classroom.School.PictureSignIn;

/// <summary>A student as the class's staff sees her.</summary>
/// <param name="Student">Who.</param>
/// <param name="State">How things stand.</param>
/// <param name="PausedUntilUtc">Set while it is <see cref="PictureState.Paused"/>.</param>
public sealed record PictureStudent(Person Student, PictureState State, DateTime? PausedUntilUtc);
