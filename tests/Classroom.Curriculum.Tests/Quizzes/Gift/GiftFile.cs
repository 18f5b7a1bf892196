using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Quizzes.Gift;

namespace Classroom.Curriculum.Tests;

/// <summary>Reads short GIFT texts, as tests write them.</summary>
internal static class GiftFile
{
    /// <summary>The only question of a text without a fault.</summary>
    public static T One<T>(string text)
        where T : Question
    {
        var reading = GiftReader.Read(text);
        Assert.Empty(reading.Faults);
        return Assert.IsType<T>(Assert.Single(reading.Questions).Question);
    }

    /// <summary>The text is refused in this line, for one reason, which holds these words.</summary>
    /// <param name="orMore">There may be other reasons too.</param>
    public static void Refuses(string text, int line, string words, bool orMore = false)
    {
        var reading = GiftReader.Read(text);
        Assert.Empty(reading.Questions);
        Assert.Contains(reading.Faults, fault => fault.Line == line && fault.Message.Contains(words, StringComparison.Ordinal));
        Assert.True(orMore || reading.Faults.Count == 1, string.Join('\n', reading.Faults));
    }
}
