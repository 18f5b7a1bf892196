namespace Classroom.Curriculum.Loading;

/// <summary>Knows which addresses a lesson may link to.</summary>
internal sealed class SiteLinks(IReadOnlyList<TermDraft> drafts)
{
    private readonly Dictionary<string, TermDraft> bySlug = drafts.ToDictionary(draft => draft.Slug, StringComparer.Ordinal);

    /// <summary>What is wrong with the link, or null.</summary>
    /// <param name="anchors">The ids of the page's own sections.</param>
    public string? FaultOf(string address, IReadOnlySet<string> anchors) => address.Split('/') switch
    {
        _ when address.StartsWith('#') => anchors.Contains(address[1..]) ? null
            : $"The link {address} leads nowhere; this page has "
                + $"{(anchors.Count == 0 ? "no sections" : string.Join(", ", anchors.Order(StringComparer.Ordinal).Select(anchor => "#" + anchor)))}.",
        ["", "glossary" or "lab"] => null,
        ["", "glossary" or "lab", var slug] =>
            bySlug.ContainsKey(slug) ? null : $"The link {address} leads nowhere: there is no term \"{slug}\".",
        ["", "lab", var slug, var name] => bySlug.TryGetValue(slug, out var term) && term.FurtherExperiments.Contains(name) ? null
            : $"The link {address} leads nowhere: the term \"{slug}\" has no experiment \"{name}\".",
        ["", "quiz", var slug] => bySlug.TryGetValue(slug, out var term) && term.HasLesson
            ? null
            : $"The link {address} leads nowhere: there is no quiz for \"{slug}\".",
        _ when Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme == Uri.UriSchemeHttps => null,
        _ => $"The link {address} is not allowed; allowed are /glossary/slug, /quiz/slug, /lab, /lab/slug, "
            + "/lab/slug/name, #section and https:// addresses.",
    };
}
