namespace Classroom.School.Tests.Rights;

internal enum Answer
{
    /// <summary>Refused, or as if there were no such thing.</summary>
    None,

    /// <summary>An empty list, or nothing to be told.</summary>
    Nothing,

    Something,
}
