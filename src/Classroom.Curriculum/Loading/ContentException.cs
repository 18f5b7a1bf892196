namespace Classroom.Curriculum.Loading;

/// <summary>The content cannot be used; <see cref="Errors"/> lists every fault, by file and line.</summary>
public sealed class ContentException : Exception
{
    public ContentException(IReadOnlyList<ContentError> errors)
        : base($"The curriculum has {errors.Count} fault{(errors.Count == 1 ? "" : "s")}:\n{string.Join('\n', errors)}") =>
        Errors = errors;

    public IReadOnlyList<ContentError> Errors { get; }
}
