using System.Text.RegularExpressions;

namespace Classroom.Curriculum.Tests;

/// <summary>Lessons, quizzes, experiments and figures are written in American English.</summary>
public sealed partial class AmericanEnglishTests
{
    [Fact]
    public void No_text_of_the_curriculum_is_spelled_the_British_way()
    {
        var files = Directory.EnumerateFiles(Curriculum.DefaultFolder, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".md" or ".yaml" or ".svg");

        var found = files.SelectMany(File.ReadLines, (file, line) => (file, word: British().Match(NoText().Replace(line, "")).Value))
            .Where(entry => entry.word.Length > 0);

        Assert.Empty(found);
    }

    // A student may type or search for either spelling, and what names a thing never changes.
    [GeneratedRegex(@"^(synonyms|keywords): .*|^ *accept: .*|\bid: \S+|\b(figures|charts)/\S+")]
    private static partial Regex NoText();

    [GeneratedRegex(
        @"(?i)\b(\w*(col|behavi|fav|flav|harb|hon|hum|lab|neighb|rum|tum|vap)our\w*|(cent|fib|lit|theat)re[sd]?|\w*metres?|grey\w*|towards|whilst|amongst"
        + @"|\w*(categor|emphas|general|initial|maxim|memor|minim|normal|optim|organ|real|recogn|special|standard|summar|visual)is(e[ds]?|er|ing|ation)"
        + @"|analys(ed?|ing)|\w*(cancel|label|model|signal|travel)l(ed|ing|ers?)|(mis)?spelt|learnt|burnt|leant|dreamt|judgement|practis\w+|licence|defence"
        + @"|catalogue|programmes?|cheque|jewellery|aeroplane|tyres?|storeys?|moulds?|plough\w*|sceptic\w*|ageing|maths)\b")]
    private static partial Regex British();
}
