using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Classroom.EndToEnd;

/// <summary>The routes of all pages, as the built program declares them.</summary>
public static class Routes
{
    private const string RouteAttribute = "RouteAttribute";

    public static IReadOnlyList<string> Find(string program)
    {
        using var file = new PEReader(File.OpenRead(program));
        var metadata = file.GetMetadataReader();
        return [.. metadata.CustomAttributes.Select(metadata.GetCustomAttribute)
            .Where(attribute => NameOf(metadata, attribute) == RouteAttribute)
            .Select(attribute => TemplateOf(metadata, attribute))];
    }

    private static string? NameOf(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name)
            : null;

    // A value is two bytes that are the same everywhere, then the arguments: here one string.
    private static string TemplateOf(MetadataReader metadata, CustomAttribute attribute)
    {
        var value = metadata.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        return value.ReadSerializedString()!;
    }
}
