using System.Text;

namespace Classroom.Curriculum.Loading;

/// <summary>One content file and where its faults go.</summary>
internal sealed class SourceFile(string name, string text, List<ContentError> errors)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Below the content folder, with forward slashes.</summary>
    public string Name => name;

    public string Text => text;

    public bool HasFaults { get; private set; }

    /// <summary>Null, with the fault noted, where the file is missing or no UTF-8.</summary>
    public static SourceFile? Read(string folder, string name, List<ContentError> errors)
    {
        try
        {
            var text = StrictUtf8.GetString(File.ReadAllBytes(Path.Combine(folder, name)));
            return new SourceFile(name, text.TrimStart('\uFEFF').ReplaceLineEndings("\n"), errors);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            errors.Add(new(name, 0, "The file is missing."));
        }
        catch (DecoderFallbackException)
        {
            errors.Add(new(name, 0, "The file is not valid UTF-8; save it as UTF-8."));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            errors.Add(new(name, 0, $"The file cannot be read: {unreadable.Message}"));
        }
        return null;
    }

    public void Fault(int line, string message)
    {
        HasFaults = true;
        errors.Add(new(name, line, message));
    }
}
