namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>Collects what is wrong with the texts of a question.</summary>
internal sealed class QuestionFaults
{
    private readonly List<QuestionFault> all = [];

    public IReadOnlyList<QuestionFault> All => all;

    public void Add(string field, string message) => all.Add(new(field, message));

    public void Text(string field, string text, int longest)
    {
        if (text.Length > longest)
        {
            Add(field, $"This has {text.Length:N0} characters; at most {longest:N0} fit. Make it shorter.");
        }
        if (GiftText.FaultOf(text) is { } fault)
        {
            Add(field, fault);
        }
    }

    public void Texts(string field, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Text(field, text, GiftLimits.LongestText);
        }
    }

    public void Most(string field, int count, string what)
    {
        if (count > GiftLimits.MostAnswers)
        {
            Add(field, $"There are {count} {what}; at most {GiftLimits.MostAnswers} fit.");
        }
    }

    /// <summary>Members of a list: enough and not too many, each with words, no two alike.</summary>
    /// <param name="key">What makes two alike; the text itself where it is null.</param>
    public void Members(string field, IEnumerable<string> members, int fewest, string what, Func<string, string>? key = null)
    {
        var texts = members.ToList();
        if (texts.Count < fewest)
        {
            Add(field, $"Give at least {fewest} {what}.");
        }
        Most(field, texts.Count, what);
        Texts(field, texts);
        var keys = texts.ConvertAll(text => key is null ? text.Trim() : key(text));
        if (keys.Contains(""))
        {
            Add(field, $"Some of the {what} have no words. Fill them in, or leave the whole row empty.");
        }
        foreach (var alike in keys.Where(text => text.Length > 0).GroupBy(text => text).Where(group => group.Skip(1).Any()))
        {
            Add(field, $"“{texts[keys.IndexOf(alike.Key)]}” is there twice. Each of the {what} must differ from the others.");
        }
    }
}
