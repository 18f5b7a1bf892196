namespace Classroom.Curriculum.Loading;

/// <summary>A formula as it stands in the file; <see cref="FragmentInline.Html"/> is empty until it was checked.</summary>
internal sealed class FormulaInline(string source) : FragmentInline
{
    public string Source => source;

    public bool IsDisplay { get; set; }
}
