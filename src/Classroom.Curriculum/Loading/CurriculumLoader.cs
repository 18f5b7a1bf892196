namespace Classroom.Curriculum.Loading;

internal static class CurriculumLoader
{
    public static Curriculum Load(string folder) => throw new NotImplementedException();
}
