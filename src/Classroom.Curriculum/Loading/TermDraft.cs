using System.Text.RegularExpressions;
using Classroom.Curriculum.Terms;

namespace Classroom.Curriculum.Loading;

/// <summary>A term as its front matter tells it, before anything was checked against the other terms.</summary>
internal sealed partial class TermDraft
{
    private const string Fence = "---";

    public required string Slug { get; init; }

    /// <summary>Null, with the fault noted, when lesson.md cannot be read.</summary>
    public SourceFile? LessonFile { get; init; }

    public LinedText Name { get; private set; } = new("", 1);

    public string Definition { get; private set; } = "";

    public IReadOnlyList<LinedText> Synonyms { get; private set; } = [];

    public IReadOnlyList<LinedText> Keywords { get; private set; } = [];

    public IReadOnlyList<LinedText> Prerequisites { get; private set; } = [];

    public IReadOnlyList<LinedText> Related { get; private set; } = [];

    /// <summary>What its further experiments are called: of <c>experiment-time-lag.yaml</c>, "time-lag".</summary>
    public required IReadOnlyList<string> FurtherExperiments { get; init; }

    /// <summary>The lesson with its front matter blanked out, so that its lines are still those of the file.</summary>
    public string Body { get; private set; } = "";

    public bool HasLesson => !string.IsNullOrWhiteSpace(Body);

    public static TermDraft Read(string folder, string slug, List<ContentError> errors)
    {
        if (!IsSlug(slug))
        {
            errors.Add(new(slug, 0, "A term's folder is named in small letters, digits and single hyphens, such as loss-function."));
        }
        else if (slug.StartsWith(Term.OwnQuizPrefix, StringComparison.Ordinal))
        {
            errors.Add(new(slug, 0, $"Names that begin with {Term.OwnQuizPrefix} are for quizzes that teachers make. Choose another."));
        }
        var draft = new TermDraft
        {
            Slug = slug,
            LessonFile = SourceFile.Read(folder, $"{slug}/lesson.md", errors),
            FurtherExperiments = ExperimentFiles.ListFurther(folder, slug),
        };
        if (draft.LessonFile is { } file)
        {
            draft.ReadFrontMatter(file);
        }
        return draft;
    }

    public static bool IsSlug(string text) => SlugShape().IsMatch(text);

    private void ReadFrontMatter(SourceFile file)
    {
        var lines = file.Text.Split('\n');
        var end = lines[0].TrimEnd() == Fence ? Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence) : -1;
        if (end < 0)
        {
            file.Fault(1, "The file must start with front matter: a line ---, the keys term and definition, and a line ---.");
            return;
        }
        Body = new string('\n', end + 1) + string.Join('\n', lines[(end + 1)..]);

        if (YamlFile.Read(file, '\n' + string.Join('\n', lines[1..end]), "Front matter") is not { } fields)
        {
            return;
        }
        Name = fields.Text("term") ?? Name;
        Definition = fields.Text("definition")?.Text ?? "";
        Synonyms = fields.OptionalTexts("synonyms");
        Keywords = fields.OptionalTexts("keywords");
        Prerequisites = fields.OptionalTexts("prerequisites");
        Related = fields.OptionalTexts("related");
        fields.RejectOthers();
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex SlugShape();
}
