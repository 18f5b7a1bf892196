namespace Classroom.Curriculum.Loading;

/// <summary>Checks how the terms point at each other, and finds an order to learn them in.</summary>
internal static class TermMap
{
    public static void Check(IReadOnlyList<TermDraft> drafts)
    {
        var known = drafts.Select(draft => draft.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            CheckList(draft, "prerequisites", draft.Prerequisites, known);
            CheckList(draft, "related", draft.Related, known);
            foreach (var both in draft.Related.Where(related => draft.Prerequisites.Any(first => first.Text == related.Text)))
            {
                draft.LessonFile!.Fault(both.Line, $"\"{both.Text}\" is a prerequisite already; related is for other terms.");
            }
        }
        foreach (var cycle in Cycles(drafts))
        {
            var first = cycle[0];
            var line = first.Prerequisites.First(prerequisite => prerequisite.Text == cycle[^1].Slug).Line;
            first.LessonFile!.Fault(
                line,
                $"The prerequisites form a cycle: {string.Join(" → ", cycle.Select(draft => draft.Slug))} → {first.Slug}. Remove one of them.");
        }
    }

    /// <summary>Every term after its prerequisites; where that leaves a choice, by name. Only for a map without cycles.</summary>
    public static IReadOnlyList<TermDraft> Order(IReadOnlyList<TermDraft> drafts)
    {
        var ordered = new List<TermDraft>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        var waiting = drafts.OrderBy(draft => draft.Name.Text, StringComparer.OrdinalIgnoreCase).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.First(draft => draft.Prerequisites.All(prerequisite => done.Contains(prerequisite.Text)));
            waiting.Remove(next);
            done.Add(next.Slug);
            ordered.Add(next);
        }
        return ordered;
    }

    private static void CheckList(TermDraft draft, string key, IReadOnlyList<LinedText> slugs, HashSet<string> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var slug in slugs)
        {
            var fault =
                slug.Text == draft.Slug ? "names the term itself."
                : !known.Contains(slug.Text)
                    ? $"names \"{slug.Text}\", but there is no such term; give a slug, which is the name of a term's folder."
                : !seen.Add(slug.Text) ? $"names \"{slug.Text}\" twice."
                : null;
            if (fault is not null)
            {
                draft.LessonFile!.Fault(slug.Line, $"\"{key}\" {fault}");
            }
        }
    }

    /// <summary>
    /// Each cycle once, starting at its first slug; each term leads to the next, and the last is a prerequisite of the first.
    /// </summary>
    private static List<IReadOnlyList<TermDraft>> Cycles(IReadOnlyList<TermDraft> drafts)
    {
        var bySlug = drafts.ToDictionary(draft => draft.Slug, StringComparer.Ordinal);
        var cleared = new HashSet<string>(StringComparer.Ordinal);
        var cycles = new List<IReadOnlyList<TermDraft>>();

        void Follow(TermDraft draft, List<TermDraft> path)
        {
            if (path.IndexOf(draft) is >= 0 and var start)
            {
                // The path runs from a term to its prerequisite; reversed, it reads in the order of learning.
                var cycle = path[start..];
                cycle.Reverse();
                var first = cycle.IndexOf(cycle.MinBy(member => member.Slug, StringComparer.Ordinal)!);
                cycles.Add([.. cycle[first..], .. cycle[..first]]);
                return;
            }
            if (cleared.Contains(draft.Slug))
            {
                return;
            }
            path.Add(draft);
            foreach (var prerequisite in draft.Prerequisites)
            {
                if (prerequisite.Text != draft.Slug && bySlug.TryGetValue(prerequisite.Text, out var next))
                {
                    Follow(next, path);
                }
            }
            path.RemoveAt(path.Count - 1);
            cleared.Add(draft.Slug);
        }

        foreach (var draft in drafts)
        {
            Follow(draft, []);
        }
        return cycles;
    }
}
