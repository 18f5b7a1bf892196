namespace Classroom.Curriculum.Loading;

/// <summary>One fault in the content.</summary>
/// <param name="File">Path below the content folder, with forward slashes: <c>overfitting/lesson.md</c>.</param>
/// <param name="Line">Counted from 1; 0 when the fault belongs to no line, such as a missing file.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record ContentError(string File, int Line, string Message)
{
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}({Line}): {Message}";
}
