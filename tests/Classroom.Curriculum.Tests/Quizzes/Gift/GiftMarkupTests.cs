using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Quizzes.Gift;
using CsCheck;

namespace Classroom.Curriculum.Tests;

/// <summary>HTML and Markdown in texts: a little is kept, written anew, and nothing else comes through.</summary>
public sealed class GiftMarkupTests
{
    [Theory]
    [InlineData("[html]<p dir\\=\"ltr\">One <b>two</b></p><p>three</p>", "<p>One <strong>two</strong></p>\n<p>three</p>", "One two three")]
    [InlineData("[html]One<br/>two &amp; <span style\\=\"x\">three</span>", "<p>One<br />two &amp; three</p>", "One two & three")]
    [InlineData("[html]Pick\\:<ul><li>a</li><li>b</li></ul>", "<p>Pick:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "Pick: a b")]
    [InlineData("[moodle]H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>", "H2O")]
    [InlineData("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>", "H2O")]
    [InlineData("a < b & c", "<p>a &lt; b &amp; c</p>", "a < b & c")]
    [InlineData("a &lt; b", "<p>a &lt; b</p>", "a < b")]
    [InlineData("[plain]a &lt; <b>b</b>", "<p>a &amp;lt; &lt;b&gt;b&lt;/b&gt;</p>", "a &lt; <b>b</b>")]
    [InlineData("[markdown]One **two** `three`", "<p>One <strong>two</strong> <code>three</code></p>", "One two three")]
    [InlineData("[HTML]one", "<p>[HTML]one</p>", "[HTML]one")]
    public void A_prompt_is_read_in_its_format(string gift, string html, string text)
    {
        var question = GiftFile.One<TrueFalseQuestion>(gift + "{T}");
        Assert.Equal(html, question.PromptHtml);
        Assert.Equal(text, question.PromptText);
    }

    [Theory]
    [InlineData("[html]<script>alert(1)</script>", "<script>")]
    [InlineData("<img src=\"https://example.org/x.png\" />", "<img")]
    [InlineData("[html]<p onclick=\"x()\">one</p>", "more in it than its name")]
    [InlineData("[html]<b>one", "not closed")]
    [InlineData("[html]one</b>", "closes nothing")]
    [InlineData("[html]<b><i>one</b></i>", "first")]
    [InlineData("[html]<!-- one -->", "<!")]
    [InlineData("[html]<li>one</li>", "outside a list")]
    [InlineData("[html]<ul>one</ul>", "outside its entries")]
    [InlineData("[html]<b><p>one</p></b>", "cannot stand inside")]
    [InlineData("[html]<p></p>", "no words")]
    [InlineData("[html]one</br>", "no tag")]
    [InlineData("[html]&#1;", "U+0001")]
    [InlineData("[markdown]![x](y.png)", "<img")]
    [InlineData("[markdown]<iframe></iframe>", "<iframe>")]
    [InlineData("[markdown][x](javascript\\:y)", "<a")]
    public void Markup_that_is_not_kept_is_refused(string gift, string words) =>
        GiftFile.Refuses(gift.Replace("=\"", "\\=\"", StringComparison.Ordinal) + "{T}", 1, words);

    [Fact]
    public void An_answer_takes_the_format_of_its_prompt_or_its_own_and_stays_plain()
    {
        var question = GiftFile.One<OneAnswerQuestion>("[html]Which? {=a &lt; b ~<p>c &amp; d</p>#no<br>no ~[plain]<i>e</i>}");
        Assert.Equal(["a < b", "c & d", "<i>e</i>"], question.Choices.Select(choice => choice.Text));
        Assert.Equal("no no", question.Choices[1].Feedback);
    }

    [Fact]
    public void A_formatted_answer_is_refused() => GiftFile.Refuses("[html]Which? {=a\n~<b>b</b>}", 2, "plain text");

    [Fact]
    public void The_look_of_a_text_is_left_out_with_a_note() =>
        Assert.Contains(
            GiftReader.Read("[html]<p class\\=\"x\">One</p>{T}").Notes, note => note.Message.Contains("look", StringComparison.Ordinal));

    private static readonly string[] Pieces =
    [
        "<b>", "</b>", "<p>", "</p>", "<ul>", "<li>", "</li>", "</ul>", "<br>", "<", ">", "&", "&lt;", "<script>", "<a href='x'>", "x", " ",
        "\"", "'", "<b onclick=x>", "<!--", "-->", "<span>", "</span>", "&#60;script&#62;", "\\n", "`", "**",
    ];

    private static readonly string[] Formats = ["[html]", "[markdown]", "[moodle]", "[plain]", ""];

    [Fact]
    public void Whatever_is_read_has_only_tags_of_ours() =>
        Gen.Select(Gen.Int[0, Formats.Length - 1], Gen.Int[0, Pieces.Length - 1].Array[0, 12]).Sample((format, pieces) =>
        {
            var markup = string.Concat(pieces.Select(piece => Pieces[piece]))
                .Replace("=", "\\=", StringComparison.Ordinal)
                .Replace("#", "\\#", StringComparison.Ordinal);
            return GiftReader.Read(Formats[format] + markup + "{T}").Questions.All(question => IsOurs(question.Question.PromptHtml));
        });

    private static bool IsOurs(string html)
    {
        foreach (var tag in new[] { "p", "ul", "ol", "li", "strong", "em", "code", "sub", "sup" })
        {
            html = html.Replace($"<{tag}>", "", StringComparison.Ordinal).Replace($"</{tag}>", "", StringComparison.Ordinal);
        }
        return !html.Replace("<br />", "", StringComparison.Ordinal).Contains('<', StringComparison.Ordinal);
    }
}
