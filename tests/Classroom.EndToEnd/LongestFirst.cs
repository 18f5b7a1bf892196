using Xunit.Sdk;
using Xunit.v3;

namespace Classroom.EndToEnd;

/// <summary>The classes that take a minute or more begin first, so that none of them is still busy when all others are done.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
        [
            nameof(ExperimentWalks),
            nameof(TeachingWalk),
            nameof(SchoolNetworkTests),
            nameof(EveryPage),
            School.DemoClass,
            nameof(LessonPageTests),
            nameof(TwoNodes),
            nameof(QuizPageTests)
        ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Place(collection))];

    private static int Place(ITestCollection collection)
    {
        var name = collection.TestCollectionDisplayName;
        var place = Array.FindIndex(Longest, longest => name.Contains(longest, StringComparison.Ordinal));
        return place < 0 ? Longest.Length : place;
    }
}
