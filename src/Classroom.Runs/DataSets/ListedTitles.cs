using Classroom.School;
using Classroom.School.DataSets;

namespace Classroom.Runs.DataSets;

/// <summary>
/// Tells data sets of one title apart in the list of someone who sees them all, such as a student of two teachers who see
/// nothing of each other: behind the title stands who brought it.
/// </summary>
internal static class ListedTitles
{
    /// <summary>One title for each upload, in their order.</summary>
    public static IReadOnlyList<string> Create(IReadOnlyList<DataSetDetails> uploads, IEnumerable<string> builtIn)
    {
        var counts = builtIn.Concat(uploads.Select(upload => upload.Title)).CountBy(TitleKey.From).ToDictionary();
        var taken = counts.Keys.ToHashSet();
        return [.. uploads.Select(upload => counts[TitleKey.From(upload.Title)] == 1 ? upload.Title : Apart(upload, taken))];
    }

    private static string Apart(DataSetDetails upload, HashSet<string> taken)
    {
        var title = $"{upload.Title} ({upload.OwnerName})";
        for (var number = 2; !taken.Add(TitleKey.From(title)); number++)
        {
            title = $"{upload.Title} ({upload.OwnerName}, {number})";
        }

        return title;
    }
}
