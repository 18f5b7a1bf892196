using System.Reflection;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>Which component shows what a probe saw.</summary>
public static class ProbeViews
{
    private static readonly Dictionary<string, ProbeView> Views = typeof(ProbeViews).Assembly.GetTypes()
        .Select(component => (Component: component, Attribute: component.GetCustomAttribute<ProbeViewAttribute>()))
        .Where(view => view.Attribute is not null)
        .ToDictionary(view => view.Attribute!.Kind, view => new ProbeView(view.Attribute!.Title, view.Attribute.Hint, view.Component));

    /// <param name="kind">The name of a probe's kind.</param>
    /// <returns>Null for what is no probe.</returns>
    public static ProbeView? Find(string kind) => Views.GetValueOrDefault(kind);
}
