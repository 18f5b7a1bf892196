using System.Xml;
using System.Xml.Linq;

namespace Classroom.Curriculum.Loading;

/// <summary>XML from content, read without DTDs, entities or anything from outside, and written so that HTML takes it inline.</summary>
internal static class MarkupXml
{
    private static readonly XmlReaderSettings Closed = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <exception cref="XmlException">Not well-formed; its line is that within <paramref name="xml"/>.</exception>
    public static XElement Parse(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Closed);
        return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root!;
    }

    public static int LineOf(XObject node) => ((IXmlLineInfo)node).LineNumber;

    /// <summary>Without namespaces, which inline HTML knows by itself.</summary>
    public static string Write(XElement root)
    {
        var bare = new XElement(root);
        bare.DescendantNodes().OfType<XComment>().Remove();
        foreach (var element in bare.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
            element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        }
        return bare.ToString(SaveOptions.DisableFormatting);
    }
}
