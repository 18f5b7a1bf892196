using Classroom.Curriculum.Loading;

namespace Classroom.Curriculum.Tests;

/// <summary>Missing, unreadable and stray files, glyphs and figures.</summary>
public sealed class FileFaultTests : IDisposable
{
    private const string Figure = "hill-walk/figures/hill.svg";

    private readonly SampleContent content = new();

    public void Dispose() => content.Dispose();

    [Theory]
    [InlineData("slope/glyph.svg")]
    [InlineData("hill-walk/quiz.yaml")]
    public void A_missing_file_is_reported(string file) =>
        Assert.Equal(new ContentError(file, 0, "The file is missing."), content.Delete(file).OnlyError());

    [Fact]
    public void A_missing_lesson_file_is_reported() =>
        Assert.Contains(new ContentError("slope/lesson.md", 0, "The file is missing."), content.Delete("slope/lesson.md").Errors());

    [Fact]
    public void A_file_that_is_no_utf8_is_reported() =>
        Assert.Equal(
            "slope/glyph.svg: The file is not valid UTF-8; save it as UTF-8.",
            content.WriteBytes("slope/glyph.svg", [0x3C, 0xFF, 0xFE]).OnlyError().ToString());

    [Fact]
    public void A_file_that_cannot_be_read_is_reported()
    {
        content.Delete("slope/glyph.svg");
        Directory.CreateDirectory(Path.Combine(content.Folder, "slope", "glyph.svg"));

        Assert.StartsWith("slope/glyph.svg: The file cannot be read: ", content.OnlyError().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hill-walk/quizz.yaml")]
    [InlineData("hill-walk/figures/hill.png")]
    [InlineData("hill-walk/figures/old/hill.svg")]
    [InlineData("hill-walk/charts/runs.yaml")]
    [InlineData("hill-walk/charts/old/runs.json")]
    public void A_file_of_an_unknown_name_is_reported(string file)
    {
        var error = content.Write(file, "?").OnlyError();

        Assert.Equal((file, 0), (error.File, error.Line));
        Assert.StartsWith("This file has no meaning here", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_files_of_an_operating_system_are_ignored() =>
        Assert.Equal(3, content.Write("hill-walk/.DS_Store", "?").Write(".git/x", "?").Load().Terms.Count);

    [Fact]
    public void A_quiz_without_a_lesson_is_reported() =>
        Assert.StartsWith(
            "slope/quiz.yaml: There is a quiz but no lesson",
            content.Write("slope/quiz.yaml", "questions: []").OnlyError().ToString(),
            StringComparison.Ordinal);

    [Fact]
    public void A_figure_that_nothing_shows_is_reported() =>
        Assert.StartsWith("hill-walk/figures/other.svg: Neither the lesson nor the quiz shows this figure",
            content.Write("hill-walk/figures/other.svg", content.Read(Figure)).OnlyError().ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(" stroke-width=\"3\"", "", "<svg", "A glyph's <svg> needs stroke-width=\"3\"")]
    [InlineData("0 0 48 48", "0 0 24 24", "<svg", "A glyph's <svg> needs viewBox=\"0 0 48 48\"")]
    [InlineData("<svg ", "<svg width=\"48\" ", "<svg", "A glyph's <svg> must not have the attribute \"width\".")]
    [InlineData(
        "<path d=\"M6 42 42 6\"/>", "<text>S</text>", "<text",
        "The element <text> is not allowed here; allowed are circle, ellipse, g, line,")]
    [InlineData("<path ", "<path stroke-width=\"1\" ", "<path", "The attribute \"stroke-width\" is not allowed here.")]
    [InlineData("<path ", "<path fill=\"red\" ", "<path", "fill=\"red\" would not follow dark mode")]
    [InlineData("/>\n</svg>", ">\n</svg>", "</svg>", "This is not well-formed XML: ")]
    [InlineData("<svg ", "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg ", "<svg", "This is not well-formed XML: ")]
    public void A_fault_in_a_glyph_is_reported(string old, string now, string at, string message) =>
        AssertFault("slope/glyph.svg", old, now, at, message);

    [Theory]
    [InlineData(" viewBox=\"0 0 340 200\"", "", "<svg", "The figure needs a viewBox of four numbers")]
    [InlineData("0 0 340 200", "0 0 340 0", "<svg", "The figure needs a viewBox of four numbers")]
    [InlineData("0 0 340 200", "0 0 a b", "<svg", "The figure needs a viewBox of four numbers")]
    [InlineData("<svg ", "<svg width=\"340\" ", "<svg", "The figure must not set width or height on <svg>")]
    [InlineData("<defs>", "<script>alert(1)</script><defs>", "<script", "The element <script> is not allowed here")]
    [InlineData("<defs>", "<style>path{}</style><defs>", "<style", "The element <style> is not allowed here")]
    [InlineData("<defs>", "<foreignObject/><defs>", "<foreignObject", "The element <foreignObject> is not allowed here")]
    [InlineData("<defs>", "<p xmlns=\"http://www.w3.org/1999/xhtml\"/><defs>", "<p", "The element <p> is not allowed here")]
    [InlineData("<text ", "<text style=\"fill:red\" ", "<text", "The attribute \"style\" is not allowed here.")]
    [InlineData("<text ", "<text onclick=\"alert(1)\" ", "<text", "The attribute \"onclick\" is not allowed here.")]
    [InlineData("<text ", "<text fill=\"#000\" ", "<text", "fill=\"#000\" would not follow dark mode; use a class such as f-ink instead.")]
    [InlineData("f-none s-accent", "f-none s-acent", "<path d=\"M10", "The class \"s-acent\" is not known; known are f-accent,")]
    [InlineData("<text ", "<text id=\"label\" ", "<text", "The id \"label\" must start with \"hill-walk-\"")]
    [InlineData(
        "url(#hill-walk-arrow)", "url(#hill-walk-arow)", "<path d=\"M10",
        "marker-end=\"url(#hill-walk-arow)\" must name an id of this drawing")]
    [InlineData(
        "url(#hill-walk-arrow)", "url(https://example.org/x.svg#hill-walk-arrow)", "<path d=\"M10",
        "marker-end=\"url(https://example.org/x.svg#hill-walk-arrow)\" must name an id")]
    [InlineData(
        "<text ", "<use href=\"https://example.org/x.svg\"/><text ", "<use",
        "href=\"https://example.org/x.svg\" must name an id of this drawing")]
    [InlineData(
        "<text ", "<use xmlns:l=\"http://www.w3.org/1999/xlink\" l:href=\"javascript:alert(1)\"/><text ", "<use",
        "The attribute \"{http://www.w3.org/1999/xlink}href\" is not allowed here.")]
    [InlineData("</text>", "", "</svg>", "This is not well-formed XML: ")]
    [InlineData(
        "http://www.w3.org/2000/svg", "http://example.org", "<svg",
        "The file must hold an <svg xmlns=\"http://www.w3.org/2000/svg\"> element")]
    public void A_fault_in_a_figure_is_reported(string old, string now, string at, string message) =>
        AssertFault(Figure, old, now, at, message);

    private void AssertFault(string file, string old, string now, string at, string message)
    {
        var error = content.Replace(file, old, now).OnlyError();

        Assert.Equal((file, content.LineOf(file, at)), (error.File, error.Line));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
