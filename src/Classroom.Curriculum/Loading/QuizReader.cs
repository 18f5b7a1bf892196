using Classroom.Curriculum.Quizzes;
using Markdig.Syntax;

namespace Classroom.Curriculum.Loading;

/// <summary>Reads a quiz: the frame of every question here, what differs by kind in <see cref="QuestionReader"/>.</summary>
internal sealed class QuizReader(SourceFile file, FigureLibrary figures, SiteLinks links)
{
    private const int MinQuestions = 12;
    private const int MinKinds = 3;

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>The quiz with those questions that could be read; what is wrong with the others was noted.</summary>
    public Quiz? Read()
    {
        if (YamlFile.Read(file, file.Text, "The quiz") is not { } root)
        {
            return null;
        }
        var maps = root.Maps("questions", "question");
        root.RejectOthers();
        var questions = maps.Select(Read).OfType<Question>().ToList();
        var core = questions.Where(question => question.Level == QuestionLevel.Core).ToList();
        var kinds = core.DistinctBy(question => question.Kind).Count();
        if (maps.Count < MinQuestions)
        {
            root.Fault($"Of questions there are {maps.Count}; a term needs at least {MinQuestions}.");
        }
        else if (questions.Count == maps.Count && core.Count < MinQuestions)
        {
            root.Fault($"Of core questions there are {core.Count}; a term needs at least {MinQuestions}.");
        }
        else if (questions.Count == maps.Count && kinds < MinKinds)
        {
            root.Fault($"Of kinds of core question there are {kinds}; a term needs at least {MinKinds} of {QuestionReader.KindNames}.");
        }
        return new Quiz { Questions = [.. questions] };
    }

    private Question? Read(YamlFields fields)
    {
        var id = fields.Text("id");
        if (id is not null)
        {
            fields.What = $"Question \"{id.Text}\"";
            if (!TermDraft.IsSlug(id.Text))
            {
                fields.Fault("An id is written in small letters, digits and single hyphens, such as best-epoch.", id.Line);
            }
            else if (!ids.Add(id.Text))
            {
                fields.Fault("Another question has this id already.", id.Line);
            }
        }
        var level = Level(fields);
        var (html, text) = fields.Text("prompt") is { } prompt ? ReadPrompt(fields, prompt, id?.Text ?? "") : ("", "");
        var question = new QuestionReader(fields, figures.Charts)
        {
            Id = id?.Text ?? "",
            Objective = fields.Plain("objective"),
            PromptHtml = html,
            PromptText = text,
            Hint = fields.Plain("hint"),
            Explanation = fields.Plain("explanation"),
        }.Read();
        if (question is not null)
        {
            fields.RejectOthers();
        }
        return question is null ? null : question with { Level = level };
    }

    private static QuestionLevel Level(YamlFields fields)
    {
        var level = fields.Text("level");
        if (level is not null && level.Text is not ("core" or "deep"))
        {
            fields.Fault($"\"level\" must be core or deep, not \"{level.Text}\".", level.Line);
        }
        return level?.Text == "deep" ? QuestionLevel.Deep : QuestionLevel.Core;
    }

    private (string Html, string Text) ReadPrompt(YamlFields fields, LinedText prompt, string id)
    {
        var document = LessonMarkdown.Parse(prompt.Text);
        var prose = new Prose(
            (_, message) => fields.Fault($"In the prompt: {message}", prompt.Line), figures, links, new HashSet<string>(), $"quiz-{id}-");
        if (document.Descendants<HeadingBlock>().Any())
        {
            fields.Fault("A prompt has no headings.", prompt.Line);
        }
        prose.Prepare(document);
        var text = string.Join(' ', document.Select(block => PlainText.Extract(block, whole: true)).Where(line => line.Length > 0));
        if (text.Length == 0)
        {
            fields.Fault("The prompt asks nothing in words.", prompt.Line);
        }
        return (LessonMarkdown.Render(document), text);
    }
}
