using System.Text;
using Classroom.Curriculum.Quizzes.Gift;
using CsCheck;

namespace Classroom.Curriculum.Tests;

/// <summary>Large and hostile files.</summary>
public sealed class GiftLimitTests
{
    private static readonly (string Before, string After)[] Places =
        [("", ""), ("Q?{", "}"), ("Q?{#", "}"), ("Q?{~a", "}"), ("Q?{>", "}"), ("[html]", "{T}"), ("[markdown]", "{T}"), ("// ", "")];

    private static readonly string[] Signs =
    [
        "{", "}", "=", "~", "#", "####", "\\", ":", "::", "%", "%50%", "->", ">", "..", "1", "5.5", "-", "*", "T", "FALSE", "a", "b ", "\n",
        "\n\n", "// ", "[id:a]", "[level:x]", "[", "]", "$CATEGORY:", "<b>", "</b>", "<p>", "&amp;", "[html]", "[markdown]", "\uFEFF", "é",
    ];

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("=")]
    [InlineData("~")]
    [InlineData("#")]
    [InlineData("\\")]
    [InlineData(":")]
    [InlineData("%")]
    [InlineData("->")]
    [InlineData("=a->b")]
    [InlineData("<b>")]
    [InlineData("<")]
    [InlineData("&#")]
    [InlineData("// [id:")]
    [InlineData("$CATEGORY:\n\n")]
    [InlineData("a\n\n")]
    [InlineData("\n")]
    [InlineData("\u0000")]
    [InlineData("\uD800")]
    public void A_mebibyte_of_one_sign_is_refused_in_time_and_space_that_grow_with_its_length(string sign)
    {
        // Anything that takes the square of the length would not end.
        foreach (var (before, after) in Places)
        {
            var count = (GiftLimits.MostBytes - 20) / Encoding.UTF8.GetByteCount(sign);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var reading = GiftReader.Read(before + string.Concat(Enumerable.Repeat(sign, count)) + after);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

            Assert.Empty(reading.Questions);
            Assert.InRange(reading.Faults.Count, 0, 2 * GiftLimits.MostQuestions);
            Assert.InRange(allocated, 0, 100L * GiftLimits.MostBytes);
        }
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_whole() =>
        GiftFile.Refuses(new string('x', GiftLimits.MostBytes + 1), 1, "1 MiB");

    [Fact]
    public void Questions_beyond_the_limit_are_named_and_the_others_read()
    {
        var reading = GiftReader.Read(string.Concat(Enumerable.Repeat("It rains.{T}\n\n", GiftLimits.MostQuestions + 5)));
        Assert.Equal(GiftLimits.MostQuestions, reading.Questions.Count);
        Assert.Equal((2 * GiftLimits.MostQuestions) + 1, Assert.Single(reading.Faults).Line);
    }

    [Fact]
    public void Texts_and_lists_that_are_too_long_are_refused_in_their_line()
    {
        var text = new string('x', GiftLimits.LongestText + 1);
        GiftFile.Refuses($"Q?{{=a\n~{text}}}", 2, "1,001 characters");
        GiftFile.Refuses($"Q?{{=a ~b#{text}}}", 1, "1,001 characters");
        GiftFile.Refuses($"Q?{{=a ~b####{text}}}", 1, "1,001 characters");
        GiftFile.Refuses($"::{text}::Q?{{=a ~b}}", 1, "1,001 characters");
        GiftFile.Refuses(new string('x', GiftLimits.LongestPrompt + 1) + "{T}", 1, "4,001 characters");
        GiftFile.Refuses(
            $"Q?{{=a {string.Concat(Enumerable.Range(0, GiftLimits.MostAnswers).Select(n => $"~{n} "))}}}", 1, "more than 50 answers");
    }

    [Fact]
    public void Any_text_at_all_is_read_without_an_exception() =>
        Gen.Int[0, Signs.Length - 1].Array[0, 60].Sample(signs =>
        {
            var text = string.Concat(signs.Select(sign => Signs[sign]));
            var reading = GiftReader.Read(text);
            var lines = text.Split('\n').Length;
            return reading.Faults.Concat(reading.Notes)
                .All(remark => remark.Line >= 1 && remark.Line <= lines && remark.Message.Length > 10);
        });
}
