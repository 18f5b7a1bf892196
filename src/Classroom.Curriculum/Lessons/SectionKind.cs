namespace Classroom.Curriculum.Lessons;

/// <summary>What a part of a lesson is for; in the file the class after its heading.</summary>
public enum SectionKind
{
    Hook,
    Steps,
    Example,
    Misconception,
    Lab,
    Summary,
}
