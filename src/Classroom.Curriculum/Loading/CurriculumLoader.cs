using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Terms;

namespace Classroom.Curriculum.Loading;

/// <summary>Reads a content folder. Each step goes on after a fault, so that one load finds them all.</summary>
public static class CurriculumLoader
{
    private static readonly HashSet<string> KnownFiles = new(["lesson.md", "glyph.svg", "quiz.yaml"], StringComparer.Ordinal);

    private static readonly string KnownNames =
        string.Join(", ", [.. KnownFiles, "experiment.yaml", "experiment-*.yaml", "figures/*.svg", "charts/*.json"]);

    /// <summary>Reads and checks every term below <paramref name="folder"/>, which holds one folder a term.</summary>
    /// <exception cref="ContentException">Something in the content is wrong; its errors name every fault, not only the first.</exception>
    public static Curriculum Load(string folder)
    {
        var errors = new List<ContentError>();
        var slugs = Directory.Exists(folder)
            ? Directory.GetDirectories(folder)
                .Select(path => Path.GetFileName(path)!)
                .Where(name => !name.StartsWith('.'))
                .Order(StringComparer.Ordinal)
                .ToList()
            : [];
        if (slugs.Count == 0)
        {
            errors.Add(new(folder, 0, "There are no terms here; this must be a folder with one folder a term."));
        }
        var drafts = slugs.ConvertAll(slug => TermDraft.Read(folder, slug, errors));
        TermMap.Check(drafts);
        var links = new SiteLinks(drafts);
        var linker = new TermLinker(drafts);
        var terms = drafts.ToDictionary(
            draft => draft.Slug, draft => ReadTerm(folder, draft, links, linker, errors), StringComparer.Ordinal);
        if (errors.Count > 0)
        {
            throw new ContentException([.. errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)]);
        }
        var ordered = TermMap.Order(drafts).Select(draft => terms[draft.Slug]).ToList();
        return new Curriculum([.. ordered.Select(term => term with
        {
            LeadsTo = [.. ordered.Where(later => later.Prerequisites.Contains(term.Slug)).Select(later => later.Slug)],
        })]);
    }

    private static Term ReadTerm(string folder, TermDraft draft, SiteLinks links, TermLinker linker, List<ContentError> errors)
    {
        RejectUnknownFiles(folder, draft.Slug, errors);
        var glyph = SourceFile.Read(folder, $"{draft.Slug}/glyph.svg", errors);
        var figures = FigureLibrary.Read(folder, draft.Slug, errors);
        var lesson = draft is { HasLesson: true, LessonFile: { } file }
            ? new LessonReader(draft, file, figures, links, linker).Read()
            : null;
        var quiz = ReadQuiz(folder, draft, figures, links, errors);
        if (lesson is not null && quiz is not null)
        {
            figures.ReportUnused();
        }
        return new()
        {
            Slug = draft.Slug,
            Name = draft.Name.Text,
            Definition = draft.Definition,
            DefinitionHtml = linker.LinkLine(draft.Definition, draft),
            Synonyms = Texts(draft.Synonyms),
            Keywords = Texts(draft.Keywords),
            Prerequisites = Texts(draft.Prerequisites),
            Related = Texts(draft.Related),
            LeadsTo = [],
            GlyphSvg = glyph is null ? "" : SvgRules.ReadGlyph(glyph),
            Lesson = lesson,
            Quiz = quiz,
            Experiment = ExperimentFiles.ReadMain(folder, draft.Slug, errors),
            FurtherExperiments = ExperimentFiles.ReadFurther(folder, draft, errors),
        };
    }

    private static Quiz? ReadQuiz(string folder, TermDraft draft, FigureLibrary figures, SiteLinks links, List<ContentError> errors)
    {
        var name = $"{draft.Slug}/quiz.yaml";
        if (!draft.HasLesson)
        {
            if (File.Exists(Path.Combine(folder, name)))
            {
                errors.Add(new(
                    name, 0, "There is a quiz but no lesson; write the lesson below the front matter of lesson.md, or remove the quiz."));
            }
            return null;
        }
        return SourceFile.Read(folder, name, errors) is { } file ? new QuizReader(file, figures, links).Read() : null;
    }

    /// <summary>A misspelled file name would lose the file without a word.</summary>
    private static void RejectUnknownFiles(string folder, string slug, List<ContentError> errors)
    {
        var root = Path.Combine(folder, slug);
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(root, path).Replace('\\', '/');
            var isShown = Path.GetDirectoryName(name) switch
            {
                "figures" => name.EndsWith(".svg", StringComparison.Ordinal),
                "charts" => name.EndsWith(".json", StringComparison.Ordinal),
                _ => false,
            };
            if (!isShown && !KnownFiles.Contains(name) && !ExperimentFiles.IsOne(name) && !Path.GetFileName(name).StartsWith('.'))
            {
                errors.Add(new($"{slug}/{name}", 0, $"This file has no meaning here; a term has {KnownNames}."));
            }
        }
    }

    private static IReadOnlyList<string> Texts(IReadOnlyList<LinedText> lined) => [.. lined.Select(text => text.Text)];
}
