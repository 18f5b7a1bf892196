using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Classroom.Curriculum.Loading;

internal static class YamlFile
{
    /// <summary>The one mapping that <paramref name="yaml"/> holds; null, with the fault noted, if it holds anything else.</summary>
    /// <param name="file">Where faults are reported; the lines of <paramref name="yaml"/> must be those of the file.</param>
    public static YamlFields? Read(SourceFile file, string yaml, string what)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            file.Fault(
                (int)broken.Start.Line,
                $"This is not valid YAML: {broken.Message.TrimEnd('.')}. A text with \": \" or \" #\" in it, or starting with a special "
                    + "sign, needs quotes around it.");
            return null;
        }
        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return new YamlFields(root, file, what);
        }
        file.Fault(1, $"{what} must be one YAML mapping of \"key: value\" lines.");
        return null;
    }
}
