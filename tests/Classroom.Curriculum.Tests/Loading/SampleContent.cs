using Classroom.Curriculum.Loading;

namespace Classroom.Curriculum.Tests;

/// <summary>A copy of the sample curriculum, to be broken in one place and loaded.</summary>
internal sealed class SampleContent : IDisposable
{
    public SampleContent()
    {
        Folder = Directory.CreateTempSubdirectory("curriculum-").FullName;
        var sample = Path.Combine(AppContext.BaseDirectory, "samples", "whole");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            Write(Path.GetRelativePath(sample, file), File.ReadAllText(file));
        }
    }

    public string Folder { get; }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public SampleContent Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public SampleContent WriteBytes(string file, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Folder, file), bytes);
        return this;
    }

    public SampleContent Delete(string file)
    {
        File.Delete(Path.Combine(Folder, file));
        return this;
    }

    /// <summary>Replaces the first <paramref name="old"/>, which must be there: a test that breaks nothing proves nothing.</summary>
    public SampleContent Replace(string file, string old, string now)
    {
        var text = Read(file);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The sample {file} no longer holds \"{old}\".");
        return Write(file, text[..at] + now + text[(at + old.Length)..]);
    }

    /// <summary>The line, counted from 1, on which the first <paramref name="text"/> in the file starts.</summary>
    public int LineOf(string file, string text)
    {
        var at = Read(file).IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not hold \"{text}\".");
        return Read(file).AsSpan(0, at).Count('\n') + 1;
    }

    public Curriculum Load() => CurriculumLoader.Load(Folder);

    public IReadOnlyList<ContentError> Errors() => Assert.Throws<ContentException>(Load).Errors;

    public ContentError OnlyError() => Assert.Single(Errors());

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
