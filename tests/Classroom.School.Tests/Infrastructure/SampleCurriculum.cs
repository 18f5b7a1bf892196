using Classroom.Curriculum.Loading;

namespace Classroom.School.Tests;

/// <summary>The real lessons, one of them with the sample experiment, whatever the others have.</summary>
internal static class SampleCurriculum
{
    public const string ExperimentSlug = "overfitting";

    /// <summary>A further experiment of the same term.</summary>
    public const string FurtherId = "overfitting/again";

    private static readonly Lazy<Curriculum.Curriculum> Lazily = new(Load);

    public static Curriculum.Curriculum Loaded => Lazily.Value;

    private static Curriculum.Curriculum Load()
    {
        var folder = Directory.CreateTempSubdirectory("classroom-terms-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Curriculum.Curriculum.DefaultFolder, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder, Path.GetRelativePath(Curriculum.Curriculum.DefaultFolder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            foreach (var name in new[] { "experiment.yaml", "experiment-again.yaml" })
            {
                var sample = Path.Combine(AppContext.BaseDirectory, "sample-experiment.yaml");
                File.Copy(sample, Path.Combine(folder, ExperimentSlug, name), overwrite: true);
            }

            return CurriculumLoader.Load(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
