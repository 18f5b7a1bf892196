namespace Classroom.Web.Features.Tasks;

/// <summary>A condition of a goal as a teacher has typed it.</summary>
public sealed class ConditionForm
{
    public string? Measure { get; set; }

    public string? Level { get; set; }

    public string? AtLeast { get; set; }

    public string? AtMost { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Measure + Level + AtLeast + AtMost);
}
